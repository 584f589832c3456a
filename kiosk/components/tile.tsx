import type { ComponentChildren } from 'preact';
import { Picture } from './picture.tsx';
import { onTap } from './tap.ts';

export interface TileProps {
  readonly picture: string;
  readonly label: string;
  readonly note?: string | undefined;
  readonly tone?: 'read' | 'record' | 'voice';
  readonly disabled?: boolean;
  readonly onTap: () => void;
}

/** A choice: picture first, label under it. */
export function Tile({ picture, label, note, tone, disabled, onTap: act }: TileProps) {
  return (
    <button
      type="button"
      class="k-tile"
      data-tone={tone}
      aria-disabled={disabled || undefined}
      {...onTap(act)}
    >
      <Picture id={picture} />
      <span class="k-tile__label">{label}</span>
      {note ? <span class="k-tile__note">{note}</span> : null}
    </button>
  );
}

/** A grid of tiles that fills its place. */
export function Choices({ children }: { children: ComponentChildren }) {
  return <div class="k-choices">{children}</div>;
}
