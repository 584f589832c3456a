import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { Failure } from '../../api/failure.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Notice } from '../../components/notice.tsx';
import type { IconName } from '../../components/pictures.ts';
import { t } from '../../i18n/words.ts';
import { useFormFocus } from './use-case-form.ts';

/** After these the case was read anew: what is on the screen is how it stands. */
const conflicts: readonly Failure[] = [
  'changed-meanwhile',
  'not-in-this-state',
  'reply-pending',
  'nothing-pending',
];

interface FormFrameProps {
  readonly title: string;
  readonly badge?: string;
  readonly note?: string;
  readonly sendWords: string;
  readonly sendIcon: IconName;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly possible: boolean;
  readonly onSend: () => void;
  readonly onCancel: () => void;
  readonly children: ComponentChildren;
}

function Trouble({ failure, possible }: Pick<FormFrameProps, 'failure' | 'possible'>) {
  if (!possible)
    return (
      <Notice kind="attention" icon="circle-alert">
        {t('case.no-longer')}
      </Notice>
    );
  if (!failure) return null;
  return (
    <Notice kind={conflicts.includes(failure) ? 'attention' : 'danger'} icon="circle-alert">
      {failureWords(failure)} {conflicts.includes(failure) ? t('case.kept') : null}
    </Notice>
  );
}

/** What every form of a case has: its title, what went wrong, sending with Ctrl and Enter, leaving with Esc. */
export function FormFrame(props: FormFrameProps) {
  const { busy, possible, onSend, onCancel } = props;
  const id = useId();
  const form = useFormFocus();
  return (
    <form
      ref={form}
      class="p-composer"
      aria-labelledby={id}
      noValidate
      onSubmit={event => {
        event.preventDefault();
        if (possible && !busy) onSend();
      }}
      onKeyDown={event => {
        if (event.key !== 'Enter') return;
        const sends = event.ctrlKey || event.metaKey;
        // Enter alone, in a field or on an outcome, must not send what is half written.
        if (sends || event.target instanceof HTMLInputElement) event.preventDefault();
        if (sends && possible && !busy) onSend();
      }}
    >
      <header class="p-composer__head">
        <h3 id={id}>{props.title}</h3>
        {props.badge ? <span class="c-badge c-badge--accent">{props.badge}</span> : null}
      </header>
      <Trouble failure={props.failure} possible={possible} />
      {props.children}
      <footer class="p-composer__foot">
        {props.note ? <p class="p-composer__note">{props.note}</p> : null}
        <Button kind="quiet" hint="Esc" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
        <Button submit kind="primary" icon={props.sendIcon} hint="Ctrl ⏎" busy={busy} disabled={!possible}>
          {props.sendWords}
        </Button>
      </footer>
    </form>
  );
}
