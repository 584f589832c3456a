import type { ComponentChildren } from 'preact';
import { onChoice } from './choice.ts';
import { Picture } from './picture.tsx';

export interface TileProps {
  readonly picture: string;
  /** A letter or two, drawn as large as a picture and in its place. */
  readonly sign?: string | undefined;
  readonly label: string;
  readonly note?: string | undefined;
  readonly tone?: 'read' | 'record' | 'voice';
  readonly disabled?: boolean;
  readonly onTap: () => void;
}

/** A choice: picture first, label under it. */
export function Tile({ picture, sign, label, note, tone, disabled, onTap: act }: TileProps) {
  return (
    <button
      type="button"
      class="k-tile"
      data-tone={tone}
      aria-disabled={disabled || undefined}
      {...onChoice(act)}
    >
      {sign ? <Sign letters={sign} /> : <Picture id={picture} />}
      <span class="k-tile__label">{label}</span>
      {note ? <span class="k-tile__note">{note}</span> : null}
    </button>
  );
}

/** Stands where a picture would: what one knows a place by. */
function Sign({ letters }: { letters: string }) {
  return (
    <svg class="c-picture" viewBox="0 0 64 64" aria-hidden="true">
      <rect
        x="5"
        y="5"
        width="54"
        height="54"
        rx="8"
        fill="var(--picture-tint, none)"
        stroke="currentColor"
        stroke-width="2.5"
      />
      <text x="32" y="33" class="k-sign" data-letters={letters.length}>
        {letters}
      </text>
    </svg>
  );
}

/** A grid of tiles that fills its place. */
export function Choices({ children }: { children: ComponentChildren }) {
  return <div class="k-choices">{children}</div>;
}
