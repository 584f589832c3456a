import { useState } from 'preact/hooks';
import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { type SentenceLineKind, sentenceLineKinds } from '../../../shared/sentence/entry.ts';
import { call } from '../../api/client.ts';
import { DateField } from '../../components/date-field.tsx';
import { Select } from '../../components/select.tsx';
import { TextField } from '../../components/text-field.tsx';
import { t, wordsFor } from '../../i18n/words.ts';
import { EntryDialog } from '../prisoner/entry-dialog.tsx';
import { choicesOf, type FieldType, fieldsOf, type LineDraft, lineBody, mistakesIn } from './line-draft.ts';
import { lineWords } from './sentence-words.ts';

interface AddProps {
  readonly id: string;
  readonly lines: readonly SentenceLineRow[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

interface LineFieldProps {
  readonly name: string;
  readonly type: FieldType;
  readonly draft: LineDraft;
  readonly error: string | null;
  readonly sentences: readonly SentenceLineRow[];
  readonly change: (value: string | null) => void;
}

/** One field of a line, by its type. */
function LineField({ name, type, draft, error, sentences, change }: LineFieldProps) {
  const label = wordsFor(`sentence.field.${name}`) ?? name;
  const value = draft[name] ?? null;
  if (type === 'day' || type === 'day-or-none')
    return <DateField label={label} error={error} value={value} onChange={change} />;
  if (type === 'kind' || type === 'why' || type === 'lost')
    return (
      <Select
        label={label}
        error={error}
        none={t('staff.choose')}
        value={value}
        choices={choicesOf[type].map(one => [one, wordsFor(`sentence.${type}.${one}`) ?? one] as const)}
        onChoose={change}
      />
    );
  if (type === 'sentence' || type === 'sentence-or-none')
    return (
      <Select
        label={label}
        error={error}
        none={t(type === 'sentence' ? 'staff.choose' : 'sentence.own-date')}
        value={value}
        choices={sentences.map(line => [line.id, lineWords(line)] as const)}
        onChoose={change}
      />
    );
  return (
    <TextField
      label={label}
      error={error}
      max={type === 'count' ? 5 : 80}
      numeric={type === 'count' || type === 'money'}
      value={value ?? ''}
      onType={change}
    />
  );
}

/** Adds a line to the sentence record. */
export function AddDialog({ id, lines, onDone, onCancel }: AddProps) {
  const [kind, setKind] = useState<SentenceLineKind>('sentence');
  const [draft, setDraft] = useState<LineDraft>({ kind: 'definite' });
  const sentences = lines.filter(line => line.kind === 'sentence' && !line.reversed);
  return (
    <EntryDialog
      title={t('sentence.add')}
      kinds={sentenceLineKinds.map(one => [one, t(`sentence.name.${one}`)] as const)}
      kind={kind}
      onKind={chosen => {
        setKind(chosen);
        setDraft({ kind: 'definite' });
      }}
      reasonHint={t('sentence.reason-hint')}
      bodyOf={reason => lineBody(kind, draft, reason)}
      send={body => call('POST /api/prisoners/:id/sentence/lines', { params: { id }, body })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {(_, tried) => {
        const mistakes = tried ? mistakesIn(kind, draft) : [];
        return (
          <div key={kind} class="p-form__row">
            {Object.entries(fieldsOf[kind]).map(([name, type]) => (
              <LineField
                key={name}
                name={name}
                type={type}
                draft={draft}
                error={mistakes.includes(name) ? t('common.needed') : null}
                sentences={sentences}
                change={value => setDraft({ ...draft, [name]: value })}
              />
            ))}
          </div>
        );
      }}
    </EntryDialog>
  );
}
