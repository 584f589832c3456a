import type { ComponentChildren } from 'preact';
import type { Act } from '../app/use-act.ts';
import { t } from '../i18n/words.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { failureWords } from './failure-words.ts';

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
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      <div class="c-buttons c-buttons--end">
        <Button kind="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button kind={danger ? 'danger' : 'primary'} busy={act.busy} onClick={onConfirm}>
          {action}
        </Button>
      </div>
    </Dialog>
  );
}
