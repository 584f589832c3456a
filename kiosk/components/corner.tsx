import { Icon } from './picture.tsx';
import { onTap } from './tap.ts';

export interface CornerProps {
  readonly place: 'back' | 'home' | 'rules' | 'language';
  readonly icon: string;
  readonly label: string;
  /** The label's own language, when it is not the screen's. */
  readonly lang?: string;
  readonly onTap: () => void;
}

/** One of the buttons that never move. */
export function Corner({ place, icon, label, lang, onTap: act }: CornerProps) {
  return (
    <button type="button" class={`k-corner k-corner--${place}`} {...onTap(act)}>
      <Icon name={icon} />
      <span class="k-corner__label" lang={lang}>
        {label}
      </span>
    </button>
  );
}

/** Keeps the place of a corner that has nothing to do on this screen. */
export function EmptyCorner() {
  return <span class="k-corner k-corner--empty" />;
}
