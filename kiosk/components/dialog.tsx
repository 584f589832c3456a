import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Picture } from './picture.tsx';

export interface DialogProps {
  readonly picture: string;
  readonly title: string;
  readonly lead: string;
  /** Asked for by Escape on a keyboard. */
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** A question over the screen; what is under it cannot be reached meanwhile. */
export function Dialog({ picture, title, lead, onCancel, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="k-dialog"
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onCancel();
      }}
    >
      <Picture id={picture} />
      <h2 class="k-title" id={id}>
        {title}
      </h2>
      <p class="k-lead">{lead}</p>
      <div class="k-actions">{children}</div>
    </dialog>
  );
}
