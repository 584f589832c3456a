import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';

interface DialogProps {
  readonly title: string;
  /** Something to read rather than to fill in: the focus stands on its title. */
  readonly toRead?: boolean;
  /** It shows a thing that needs the room. */
  readonly wide?: boolean;
  /** Null: it holds something shown once, and only its own button closes it. */
  readonly onCancel: (() => void) | null;
  readonly children: ComponentChildren;
}

/** A question that stops the page; shown for as long as it is drawn. Focus comes back to where it was. */
export function Dialog({ title, toRead = false, wide = false, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    if (toRead) dialog.current?.querySelector('h2')?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="p-dialog"
      data-wide={wide ? '' : undefined}
      aria-labelledby={id}
      onCancel={event => {
        // A file that is chosen a second time is a cancelled choice, and bubbles up to here.
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onCancel?.();
      }}
    >
      <div class="p-form">
        <h2 class="p-dialog__title" id={id} tabIndex={-1}>
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
