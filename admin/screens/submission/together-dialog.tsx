import type { ComponentChildren } from 'preact';
import type { Act } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Notice } from '../../components/notice.tsx';
import type { IconName } from '../../components/pictures.ts';
import { t } from '../../i18n/words.ts';
import { toggleChosen } from '../../store/chosen.ts';
import type { CaseRow } from '../../store/submission.ts';

export interface TogetherProps {
  readonly rows: readonly CaseRow[];
  readonly onCancel: () => void;
  readonly onDone: () => void;
}

/** One case refused, so nothing was done: it can be left out, and the others sent again. */
function Refusal({ act }: { readonly act: Act }) {
  const { failure, detail, clear } = act;
  if (!failure) return null;
  const number = Number(detail);
  if (!Number.isSafeInteger(number) || number < 1)
    return (
      <Notice kind="danger" icon="circle-alert">
        {failureWords(failure)}
      </Notice>
    );
  const leaveOut = () => {
    toggleChosen(String(number));
    clear();
  };
  return (
    <Notice kind="attention" icon="circle-alert">
      {t('together.refused', { number, reason: failureWords(failure) })}{' '}
      <Button kind="plain" onClick={leaveOut}>
        {t('together.leave-out', { number })}
      </Button>
    </Notice>
  );
}

interface TogetherDialogProps {
  readonly title: string;
  readonly note: string;
  readonly act: Act;
  readonly sendWords: string;
  readonly sendIcon: IconName;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

/** What both forms for several cases have: their title, what went wrong, sending with Ctrl and Enter. */
export function TogetherDialog(props: TogetherDialogProps) {
  const { act, onSend, onCancel } = props;
  // What is missing may stand far above the button.
  const sendOrShow = (form: HTMLFormElement) => {
    onSend();
    requestAnimationFrame(() => form.querySelector('.p-field__error')?.scrollIntoView({ block: 'center' }));
  };
  return (
    <Dialog title={props.title} onCancel={onCancel}>
      <form
        class="p-form"
        noValidate
        onSubmit={event => {
          event.preventDefault();
          sendOrShow(event.currentTarget);
        }}
        onKeyDown={event => {
          if (event.key !== 'Enter') return;
          const sends = event.ctrlKey || event.metaKey;
          // Enter alone, in a field or on an outcome, must not send what is half written.
          if (sends || event.target instanceof HTMLInputElement) event.preventDefault();
          if (sends) sendOrShow(event.currentTarget);
        }}
      >
        {props.children}
        <Refusal act={act} />
        <p class="p-field__hint">{props.note}</p>
        <div class="c-buttons c-buttons--end">
          <Button kind="quiet" hint="Esc" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button submit kind="primary" icon={props.sendIcon} hint="Ctrl ⏎" busy={act.busy}>
            {props.sendWords}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
