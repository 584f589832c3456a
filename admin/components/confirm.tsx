import type { ComponentChildren } from 'preact';
import type { Act } from '../app/use-act.ts';
import { Dialog } from './dialog.tsx';
import { DialogEnd } from './dialog-end.tsx';

interface ConfirmProps {
  readonly title: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly act: Act;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** A question before something that cannot be taken back. */
export function Confirm({ title, action, danger = false, act, onConfirm, onCancel, children }: ConfirmProps) {
  return (
    <Dialog title={title} onCancel={onCancel}>
      {children}
      <DialogEnd act={act} action={action} danger={danger} onCancel={onCancel} onConfirm={onConfirm} />
    </Dialog>
  );
}
