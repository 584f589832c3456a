import { useState } from 'preact/hooks';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Icon } from '../../components/icon.tsx';
import { roleWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { findOfficers, namesSaid, type Officer, otherName, type PassDraft } from './pass-draft.ts';

/** As many as can be looked over; more are found by typing. */
const limit = 8;

interface ChosenProps {
  readonly name: string;
  readonly onRemove: () => void;
}

function Chosen({ name, onRemove }: ChosenProps) {
  return (
    <li class="p-chosen">
      <span>{name}</span>
      <button
        type="button"
        class="p-chosen__remove"
        aria-label={t('pass.remove', { name })}
        onClick={onRemove}
      >
        <Icon name="x" />
      </button>
    </li>
  );
}

interface OfficerPickerProps {
  readonly officers: readonly Officer[];
  readonly draft: PassDraft;
  /** A name that the prisoner gave: looked for first. */
  readonly given?: string;
  readonly onChange: (changed: Partial<PassDraft>) => void;
}

/** Who is already recorded, each with a way to take him off again. */
function ChosenList({ officers, draft, onChange }: OfficerPickerProps) {
  if (draft.named.length + draft.others.length === 0) return null;
  const nameOf = (id: string) => officers.find(officer => officer.id === id)?.name ?? id;
  return (
    <ul class="p-chosen-list" aria-label={t('pass.chosen')}>
      {draft.named.map(id => (
        <Chosen
          key={id}
          name={nameOf(id)}
          onRemove={() => onChange({ named: draft.named.filter(other => other !== id) })}
        />
      ))}
      {draft.others.map(name => (
        <Chosen
          key={name}
          name={t('pass.not-listed', { name })}
          onRemove={() => onChange({ others: draft.others.filter(other => other !== name) })}
        />
      ))}
    </ul>
  );
}

function officeOf({ role, unit }: Officer): string {
  return roleWords(role, unit);
}

interface FoundProps {
  readonly officers: readonly Officer[];
  readonly onPick: (id: string) => void;
}

/** Officers that were found; a press records one. */
function Found({ officers, onPick }: FoundProps) {
  return (
    <ul class="p-picker__found">
      {officers.map(officer => (
        <li key={officer.id}>
          <button type="button" class="p-picker__officer" onClick={() => onPick(officer.id)}>
            <Icon name="plus" />
            <span>{officer.name}</span>
            <span class="p-picker__office">{officeOf(officer)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A searchable list of every officer, and a way to record a name that is not on it. */
export function OfficerPicker({ officers, draft, given = '', onChange }: OfficerPickerProps) {
  const [typed, setTyped] = useState(namesSaid(draft) ? '' : given);
  const free = officers.filter(({ id }) => !draft.named.includes(id));
  const found = findOfficers(free, typed, officeOf, limit);
  const other = otherName(draft, typed);
  const pick = (id: string) => {
    onChange({ named: [...draft.named, id], nobody: false });
    setTyped('');
  };
  const addOther = () => {
    if (!other) return;
    onChange({ others: [...draft.others, other], nobody: false });
    setTyped('');
  };
  return (
    <div class="p-picker">
      <ChosenList officers={officers} draft={draft} onChange={onChange} />
      <Field label={t('pass.search')} hint={t('pass.search-hint')}>
        {input => (
          <input
            {...input}
            class="p-input"
            autocomplete="off"
            maxLength={80}
            value={typed}
            onInput={event => setTyped(event.currentTarget.value)}
            onKeyDown={event => {
              if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
              // Enter takes the first one found; it must not send the form.
              event.preventDefault();
              const [first] = found;
              if (typed.trim() !== '' && first) pick(first.id);
            }}
          />
        )}
      </Field>
      <Found officers={found} onPick={pick} />
      {free.length > found.length && typed.trim() === '' ? (
        <p class="p-field__hint">{t('pass.more', { count: free.length - found.length })}</p>
      ) : null}
      {typed.trim() !== '' && other ? (
        <Button icon="plus" onClick={addOther}>
          {t('pass.add-other', { name: other })}
        </Button>
      ) : null}
    </div>
  );
}
