import type { ComponentChildren } from 'preact';

interface TableProps {
  readonly label: string;
  /** The cells of the head. */
  readonly head: ComponentChildren;
  /** The rows. */
  readonly children: ComponentChildren;
}

/** Names and numbers in rows; too wide a table scrolls in its own frame, the page never does. */
export function Table({ label, head, children }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
    <section class="p-table-frame" tabIndex={0} aria-label={label}>
      <table class="p-table">
        <thead>
          <tr>{head}</tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}
