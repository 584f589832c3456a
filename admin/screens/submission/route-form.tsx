import { useState } from 'preact/hooks';
import { type UnitKey, unitKeys } from '../../../shared/submission/kinds.ts';
import { call } from '../../api/client.ts';
import { Field, Option } from '../../components/field.tsx';
import { t } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import { say } from '../../store/toast.ts';
import { FormFrame } from './form-frame.tsx';
import { draftPlace, type FormProps } from './form-props.ts';
import { useCaseForm } from './use-case-form.ts';

interface RouteDraft {
  readonly unit: UnitKey | null;
  readonly personNeeded: boolean;
  readonly note: string;
}

interface UnitsProps {
  readonly chosen: UnitKey | null;
  /** Null: there is no usual one. */
  readonly usual: UnitKey | null;
  readonly error: boolean;
  readonly onPick: (unit: UnitKey) => void;
}

export function Units({ chosen, usual, error, onPick }: UnitsProps) {
  return (
    <fieldset class="p-options p-composer__outcomes">
      <legend class="p-field__label">{t('route.unit')}</legend>
      {unitKeys.map(unit => (
        <Option
          key={unit}
          type="radio"
          name="unit"
          label={t(`unit.${unit}`)}
          note={unit === usual ? t('route.usual') : undefined}
          checked={chosen === unit}
          onPick={() => onPick(unit)}
        />
      ))}
      {error ? <p class="p-field__error">{t('route.unit-needed')}</p> : null}
    </fieldset>
  );
}

interface PersonNeededProps {
  readonly nameless: boolean;
  readonly needed: boolean;
  readonly onPick: (needed: boolean) => void;
}

/** Whether the unit is told who it is: of one without a name there is nobody to tell. */
function PersonNeeded({ nameless, needed, onPick }: PersonNeededProps) {
  if (nameless) return <p class="p-field__hint">{t('route.nameless')}</p>;
  return (
    <Option
      type="checkbox"
      name="person"
      label={t('route.person')}
      note={t('route.person-note')}
      checked={needed}
      onPick={onPick}
    />
  );
}

interface NoteToUnitProps {
  readonly note: string;
  readonly onType: (note: string) => void;
}

export function NoteToUnit({ note, onType }: NoteToUnitProps) {
  return (
    <Field label={t('route.note')} hint={t('route.note-hint')}>
      {input => (
        <textarea
          {...input}
          class="p-input p-input--low"
          maxLength={500}
          rows={2}
          value={note}
          onInput={event => onType(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

/** Gives the case to a unit, which sees no name unless its answer needs the person. */
export function RouteForm({ page, reload, possible, onCancel, onDone }: FormProps) {
  const [tried, setTried] = useState(false);
  const empty: RouteDraft = { unit: page.usualUnit, personNeeded: page.personNeeded, note: '' };
  const form = useCaseForm(draftPlace('route', caseNameOf(page)), empty, reload);
  const { draft } = form;

  const send = async () => {
    setTried(true);
    const { unit, personNeeded } = draft;
    if (!unit) return;
    const body = { version: page.version, unit, personNeeded, note: draft.note.trim() || null };
    const done = await form.send(async () => {
      await call('POST /api/cases/:number/route', { ...askOf(caseNameOf(page)), body });
    });
    if (!done) return;
    say({ kind: 'done', words: t('route.done', { unit: t(`unit.${unit}`) }) });
    onDone();
  };

  return (
    <FormFrame
      title={t('action.route')}
      note={t('route.clock')}
      sendWords={t('route.send')}
      sendIcon="forward"
      busy={form.busy}
      failure={form.failure}
      possible={possible}
      onSend={() => void send()}
      onCancel={onCancel}
    >
      <Units
        chosen={draft.unit}
        usual={page.usualUnit}
        error={tried && draft.unit === null}
        onPick={unit => form.change({ unit })}
      />
      <PersonNeeded
        nameless={page.nameless}
        needed={draft.personNeeded}
        onPick={personNeeded => form.change({ personNeeded })}
      />
      <NoteToUnit note={draft.note} onType={note => form.change({ note })} />
    </FormFrame>
  );
}
