import { type Outcome, outcomes } from '../../../shared/submission/reply.ts';
import { Field, Option } from '../../components/field.tsx';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { fieldOf, type MissingField, type OutcomeDraft } from '../../store/reply-draft.ts';
import { DayField } from './day-field.tsx';
import { ReadyTexts } from './ready-texts.tsx';

interface OutcomeProps {
  readonly draft: OutcomeDraft;
  readonly missing: readonly MissingField[];
  readonly change: (changed: Partial<OutcomeDraft>) => void;
  /** Of several cases the latest: what was done was done after all of them came. */
  readonly receivedOn: string;
}

function Choice({ draft, missing, change }: Omit<OutcomeProps, 'receivedOn'>) {
  return (
    <fieldset class="p-options p-composer__outcomes p-outcomes">
      <legend class="p-field__label">{t('reply.outcome')}</legend>
      {outcomes.map(outcome => (
        <Option
          key={outcome}
          type="radio"
          name="outcome"
          label={t(`outcome.${outcome}`)}
          note={t(`outcome-note.${outcome}`)}
          checked={draft.outcome === outcome}
          onPick={() => change({ outcome, on: '', next: '' })}
        />
      ))}
      {missing.includes('outcome') ? <p class="p-field__error">{t('reply.outcome-needed')}</p> : null}
    </fieldset>
  );
}

function dayError(missing: readonly MissingField[]): string | null {
  if (missing.includes('on')) return t('reply.day-needed');
  if (missing.includes('on-not-yet')) return t('reply.day-too-late');
  if (missing.includes('on-before-received')) return t('reply.day-before-received');
  if (missing.includes('on-too-far')) return t('reply.day-too-far');
  return missing.includes('on-over') ? t('reply.day-too-early') : null;
}

/** The one field that the outcome asks for: a day, or where the prisoner can go from here. */
function Detail({
  outcome,
  draft,
  missing,
  change,
  receivedOn,
}: OutcomeProps & { readonly outcome: Outcome }) {
  if (fieldOf(outcome) === 'on')
    return (
      <DayField
        label={t(outcome === 'done' ? 'reply.done-day' : 'reply.by-when')}
        past={outcome === 'done'}
        receivedOn={receivedOn}
        day={draft.on}
        error={dayError(missing)}
        onChange={on => change({ on })}
      />
    );
  return (
    <Field
      label={t(outcome === 'passed-on' ? 'reply.to-whom' : 'reply.where-next')}
      hint={t(outcome === 'passed-on' ? 'reply.to-whom-hint' : 'reply.where-next-hint')}
      error={missing.includes('next') ? t('common.needed') : null}
    >
      {input => (
        <input
          {...input}
          class="p-input"
          maxLength={200}
          value={draft.next}
          onInput={event => change({ next: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** Outcome first: an answer that does not say what becomes of it is none. Then the field that it asks for. */
export function OutcomePart(props: OutcomeProps) {
  const { outcome } = props.draft;
  return (
    <>
      <Choice {...props} />
      {outcome === null ? null : <Detail {...props} outcome={outcome} />}
    </>
  );
}

interface WordsProps {
  readonly language: string;
  /** Ready sentences are offered once it is chosen. */
  readonly outcome: Outcome | null;
  readonly text: string;
  readonly missing: boolean;
  readonly onType: (text: string) => void;
}

/** The words in one language, with sentences to start from. */
export function WordsPart({ language, outcome, text, missing, onType }: WordsProps) {
  return (
    <>
      {outcome === null ? null : (
        <ReadyTexts language={language} outcome={outcome} text={text} onPick={onType} />
      )}
      <Field
        label={t('reply.text', { language: languageWords(language) })}
        hint={t('reply.text-hint')}
        error={missing ? t('common.needed') : null}
      >
        {input => (
          <textarea
            {...input}
            class="p-input"
            lang={language}
            maxLength={2000}
            rows={5}
            value={text}
            onInput={event => onType(event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  );
}
