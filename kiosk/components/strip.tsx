import type { ComponentChildren } from 'preact';
import { Icon } from './picture.tsx';
import './strip.css';

export interface StripProps {
  readonly icon: string;
  readonly text: string;
  /** One button at its end, if something can be done about it. */
  readonly children?: ComponentChildren;
}

/** A calm line above a question: something to know, and perhaps one thing to do. It asks for no tap. */
export function Strip({ icon, text, children }: StripProps) {
  return (
    <div class="k-strip" role="status">
      <Icon name={icon} />
      <span class="k-strip__text">{text}</span>
      {children}
    </div>
  );
}
