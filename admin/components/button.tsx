import type { ComponentChildren } from 'preact';
import { Icon } from './icon.tsx';
import type { IconName } from './pictures.ts';

interface ButtonProps {
  /** `plain` takes its colours from where it stands. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'plain';
  readonly icon?: IconName;
  /** The key that does the same, shown beside the words. */
  readonly hint?: string | undefined;
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly wide?: boolean;
  readonly submit?: boolean;
  readonly onClick?: () => void;
  readonly children: ComponentChildren;
}

/** A button that acts. While it is busy it stays where it is and a second press does nothing. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', busy = false, disabled = false, wide = false } = props;
  return (
    <button
      type={props.submit ? 'submit' : 'button'}
      class={`c-button${kind === 'plain' ? '' : ` c-button--${kind}`}${wide ? ' c-button--wide' : ''}`}
      aria-busy={busy || undefined}
      aria-disabled={disabled || undefined}
      onClick={event => {
        // Stays in the tab order while it cannot be pressed, so that focus is never lost.
        if (busy || disabled) event.preventDefault();
        else props.onClick?.();
      }}
    >
      {props.icon ? <Icon name={props.icon} /> : null}
      <span class="c-button__label">{props.children}</span>
      {props.hint ? <kbd class="c-key">{props.hint}</kbd> : null}
    </button>
  );
}
