import { useState } from 'preact/hooks';
import { type Outcome, outcomes } from '../../../shared/submission/reply.ts';
import { call } from '../../api/client.ts';
import { Field, Option } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import { followReply } from '../../store/reply.ts';
import {
  answerBody,
  emptyReply,
  fieldOf,
  type MissingField,
  missingFromDraft,
  type ReplyDraft,
  replyPlace,
} from '../../store/reply-draft.ts';
import { DayField } from './day-field.tsx';
import { FormFrame } from './form-frame.tsx';
import type { FormProps } from './form-props.ts';
import { ReadyTexts } from './ready-texts.tsx';
import { useCaseForm } from './use-case-form.ts';

interface PartProps {
  readonly draft: ReplyDraft;
  readonly missing: readonly MissingField[];
  readonly change: (changed: Partial<ReplyDraft>) => void;
}

interface OutcomeProps extends PartProps {
  readonly receivedOn: string;
}

/** Outcome first: an answer that does not say what becomes of it is none. */
function Outcomes({ draft, missing, change }: PartProps) {
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

/** What an outcome asks for, once it is chosen, and the sentences that fit it. */
function AfterOutcome({
  draft,
  missing,
  change,
  language,
  receivedOn,
}: OutcomeProps & { readonly language: string }) {
  const { outcome, text } = draft;
  if (outcome === null) return null;
  return (
    <>
      <Detail outcome={outcome} draft={draft} missing={missing} change={change} receivedOn={receivedOn} />
      <ReadyTexts
        language={language}
        outcome={outcome}
        text={text}
        onPick={picked => change({ text: picked })}
      />
    </>
  );
}

function Words({ draft, missing, change, language }: PartProps & { readonly language: string }) {
  return (
    <Field
      label={t('reply.text', { language: languageWords(language) })}
      hint={t('reply.text-hint')}
      error={missing.includes('text') ? t('common.needed') : null}
    >
      {input => (
        <textarea
          {...input}
          class="p-input"
          lang={language}
          maxLength={2000}
          rows={5}
          value={draft.text}
          onInput={event => change({ text: event.currentTarget.value })}
        />
      )}
    </Field>
  );
}

/** The reply: outcome, the field it needs, the words; it waits ten seconds before it goes. */
export function ReplyForm({ page, reload, possible, onCancel, onDone }: FormProps) {
  const name = caseNameOf(page);
  const [tried, setTried] = useState(false);
  const form = useCaseForm(replyPlace(name), emptyReply, reload);
  const { draft, change } = form;
  const { receivedOn } = page;
  const daysNow = () => ({ receivedOn, today: todayInPrison() });
  const missing = tried ? missingFromDraft(draft, daysNow()) : [];
  const corrects = page.state === 'answered' || page.state === 'delivered';

  const send = async () => {
    setTried(true);
    const body = answerBody(draft, page.version, daysNow());
    if (!body) return;
    const done = await form.send(async () => {
      followReply(name, await call('POST /api/cases/:number/answer', { ...askOf(name), body }));
    });
    if (done) onDone();
  };

  return (
    <FormFrame
      title={t(corrects ? 'action.correct' : 'action.answer')}
      badge={t('reply.reads', { language: languageWords(page.language) })}
      note={t('reply.note')}
      sendWords={t('reply.send')}
      sendIcon="send"
      busy={form.busy}
      failure={form.failure}
      possible={possible}
      onSend={() => void send()}
      onCancel={onCancel}
    >
      {corrects ? (
        <Notice kind="attention" icon="file-text">
          {t('reply.correction')}
        </Notice>
      ) : null}
      <Outcomes draft={draft} missing={missing} change={change} />
      <AfterOutcome
        draft={draft}
        missing={missing}
        change={change}
        language={page.language}
        receivedOn={receivedOn}
      />
      <Words draft={draft} missing={missing} change={change} language={page.language} />
    </FormFrame>
  );
}
