import type { Act } from '../app/use-act.ts';
import { t } from '../i18n/words.ts';
import { Button } from './button.tsx';
import { failureWords } from './failure-words.ts';

interface DialogEndProps {
  readonly act: Act;
  readonly action: string;
  readonly danger?: boolean;
  readonly onCancel: () => void;
  /** Left out where the button sends the form that it stands in. */
  readonly onConfirm?: () => void;
}

/** What every dialog that does something ends in: what went wrong, leaving it, doing it. */
export function DialogEnd({ act, action, danger = false, onCancel, onConfirm }: DialogEndProps) {
  return (
    <>
      {act.failure ? (
        <p class="p-field__error" role="alert">
          {failureWords(act.failure)}
        </p>
      ) : null}
      <div class="c-buttons c-buttons--end">
        <Button kind="quiet" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button
          kind={danger ? 'danger' : 'primary'}
          busy={act.busy}
          submit={onConfirm === undefined}
          onClick={() => onConfirm?.()}
        >
          {action}
        </Button>
      </div>
    </>
  );
}
