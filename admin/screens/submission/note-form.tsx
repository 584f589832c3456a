import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { Field } from '../../components/field.tsx';
import { t } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import { say } from '../../store/toast.ts';
import { FormFrame } from './form-frame.tsx';
import { draftPlace, type FormProps } from './form-props.ts';
import { useCaseForm } from './use-case-form.ts';

const operations = {
  note: 'POST /api/cases/:number/note',
  return: 'POST /api/cases/:number/return',
  close: 'POST /api/cases/:number/close',
  forward: 'POST /api/cases/:number/forward',
} as const;
const icons = {
  note: 'message-square',
  return: 'corner-up-left',
  close: 'archive',
  forward: 'landmark',
} as const;
type NoteAction = keyof typeof operations;

function isNoteAction(action: string): action is NoteAction {
  return Object.hasOwn(operations, action);
}

/** The forms that are one text: a note between officers, giving back or closing with a reason, sending on with a comment. */
export function NoteForm(props: FormProps) {
  const { page, reload, possible, onCancel, onDone, onBack } = props;
  const action: NoteAction = isNoteAction(props.action) ? props.action : 'note';
  const form = useCaseForm(draftPlace(action, caseNameOf(page)), { note: '' }, reload);
  const [tried, setTried] = useState(false);
  const note = form.draft.note.trim();

  const send = async () => {
    setTried(true);
    if (note === '') return;
    const done = await form.send(async () => {
      await call(operations[action], { ...askOf(caseNameOf(page)), body: { version: page.version, note } });
    });
    if (!done) return;
    say({ kind: 'done', words: t(`note-form.${action}-done`) });
    onDone();
    // What was given back or sent on is no longer his to see.
    if (action === 'return' || action === 'forward') onBack();
  };

  return (
    <FormFrame
      title={t(`action.${action}`)}
      note={t(`note-form.${action}-note`)}
      sendWords={t(`note-form.${action}-send`)}
      sendIcon={icons[action]}
      busy={form.busy}
      failure={form.failure}
      possible={possible}
      onSend={() => void send()}
      onCancel={onCancel}
    >
      <Field label={t(`note-form.${action}-label`)} error={tried && note === '' ? t('common.needed') : null}>
        {input => (
          <textarea
            {...input}
            class="p-input"
            maxLength={500}
            rows={4}
            value={form.draft.note}
            onInput={event => form.change({ note: event.currentTarget.value })}
          />
        )}
      </Field>
    </FormFrame>
  );
}
