import { Icon } from './picture.tsx';
import { onTap } from './tap.ts';

export interface ButtonProps {
  readonly label: string;
  readonly kind: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly icon?: string;
  readonly large?: boolean;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly onTap: () => void;
}

/** A button that acts. While `busy` it keeps its label and takes no further tap. */
export function Button({ label, kind, icon, large, busy, disabled, onTap: act }: ButtonProps) {
  const name = `c-button c-button--${kind}${large ? ' c-button--large' : ''}`;
  return (
    <button
      type="button"
      class={name}
      aria-busy={busy || undefined}
      aria-disabled={busy || disabled || undefined}
      {...onTap(act)}
    >
      {icon ? <Icon name={icon} /> : null}
      <span class="c-button__label">{label}</span>
    </button>
  );
}
