import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { useLoad } from '../../app/use-load.ts';
import { Option } from '../../components/field.tsx';
import { Failed } from '../../components/state.tsx';
import { t } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import { say } from '../../store/toast.ts';
import { FormFrame } from './form-frame.tsx';
import { draftPlace, type FormProps } from './form-props.ts';
import { OfficerPicker } from './officer-picker.tsx';
import { emptyPass, namesSaid, type PassDraft } from './pass-draft.ts';
import { useCaseForm } from './use-case-form.ts';

interface OfficersProps {
  readonly draft: PassDraft;
  readonly given: string;
  readonly onChange: (changed: Partial<PassDraft>) => void;
}

/** Every officer, to be recorded as named; without the list nobody could be said not to be in it. */
function Officers({ draft, given, onChange }: OfficersProps) {
  const { value, failure, reload } = useLoad('officers', signal => call('GET /api/officers', { signal }));
  if (failure && !value) return <Failed failure={failure} onRetry={() => void reload()} />;
  return <OfficerPicker officers={value?.officers ?? []} draft={draft} given={given} onChange={onChange} />;
}

/**
 * The first reader records who is named and passes the case on. That nobody is named must be said as
 * plainly as a name: whoever is left out here could read what is said about him.
 */
export function PassForm({ page, reload, possible, onCancel, onDone }: FormProps) {
  const [tried, setTried] = useState(false);
  const form = useCaseForm(draftPlace('pass', caseNameOf(page)), emptyPass, reload);
  const { draft } = form;
  const said = namesSaid(draft);

  const send = async () => {
    setTried(true);
    if (!said) return;
    const body = { version: page.version, named: [...draft.named], namedOther: [...draft.others] };
    const done = await form.send(async () => {
      await call('POST /api/cases/:number/pass', { ...askOf(caseNameOf(page)), body });
    });
    if (!done) return;
    say({ kind: 'done', words: t('pass.done') });
    onDone();
  };

  return (
    <FormFrame
      title={t('action.pass')}
      note={t('pass.note')}
      sendWords={t('pass.send')}
      sendIcon="forward"
      busy={form.busy}
      failure={form.failure}
      possible={possible}
      onSend={() => void send()}
      onCancel={onCancel}
    >
      <p>{t('pass.ask')}</p>
      <Officers draft={draft} given={page.about?.name ?? ''} onChange={form.change} />
      <Option
        type="checkbox"
        name="nobody"
        label={t('pass.nobody')}
        note={t('pass.nobody-note')}
        checked={draft.nobody}
        onPick={nobody => form.change(nobody ? { nobody, named: [], others: [] } : { nobody })}
      />
      {tried && !said ? (
        <p class="p-field__error" role="alert">
          {t('pass.needed')}
        </p>
      ) : null}
    </FormFrame>
  );
}
