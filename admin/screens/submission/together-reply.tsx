import { useState } from 'preact/hooks';
import { call } from '../../api/client.ts';
import { Notice } from '../../components/notice.tsx';
import { todayInPrison } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t } from '../../i18n/words.ts';
import { caseNameOf } from '../../store/case-name.ts';
import { followTogether } from '../../store/reply.ts';
import { emptyTogether, missingTogether, togetherBody, togetherPlace } from '../../store/reply-draft.ts';
import { type CaseRow, refreshList } from '../../store/submission.ts';
import { OutcomePart, WordsPart } from './reply-parts.tsx';
import { TogetherDialog, type TogetherProps } from './together-dialog.tsx';
import { useCaseForm } from './use-case-form.ts';

/** What officers write; whoever reads another language is told in the first of them. */
const written = ['sw', 'en'] as const;

/** In which languages words are needed, and in which others some of the writers read. */
function languagesOf(rows: readonly CaseRow[]) {
  const read = [...new Set(rows.map(({ language }) => language))].toSorted();
  const others = read.filter(language => !written.some(known => known === language));
  const needed = written.filter(
    language => read.includes(language) || (language === 'sw' && others.length > 0),
  );
  return { needed, others };
}

const latest = (rows: readonly CaseRow[]): string =>
  rows.map(({ receivedOn }) => receivedOn).reduce((last, day) => (day > last ? day : last), '');

/** One answer to all that are chosen but what is about an officer: its outcome, and its words in the languages that they read. */
export function TogetherReply({ rows: chosen, onCancel, onDone }: TogetherProps) {
  const rows = chosen.filter(row => !row.aboutOfficer);
  const leftOut = chosen.length - rows.length;
  const [tried, setTried] = useState(false);
  const form = useCaseForm(togetherPlace, emptyTogether, () => refreshList(true));
  const { draft, change } = form;
  const { needed, others } = languagesOf(rows);
  const daysNow = () => ({ receivedOn: latest(rows), today: todayInPrison() });
  const missing = tried ? missingTogether(draft, needed, daysNow()) : { fields: [], languages: [] };

  const send = async () => {
    setTried(true);
    if (rows.length === 0) return;
    const body = togetherBody(draft, rows, needed, daysNow());
    if (!body) return;
    const names = rows.map(caseNameOf);
    const done = await form.send(async () => {
      const { sendsAt } = await call('POST /api/cases/answers', { body });
      followTogether(names, sendsAt, draft);
    });
    if (done) onDone();
  };

  return (
    <TogetherDialog
      title={t('together.answer', { count: rows.length })}
      note={t('reply.note')}
      act={form}
      sendWords={t('reply.send')}
      sendIcon="send"
      onSend={() => void send()}
      onCancel={onCancel}
    >
      {leftOut > 0 ? (
        <Notice kind="attention" icon="shield-alert">
          {t('together.about-officer', { count: leftOut })}
        </Notice>
      ) : null}
      <OutcomePart draft={draft} missing={missing.fields} change={change} receivedOn={latest(rows)} />
      {others.length > 0 ? (
        <p class="p-field__hint">
          {t('together.others', { languages: others.map(languageWords).join(', ') })}
        </p>
      ) : null}
      {needed.map(language => (
        <WordsPart
          key={language}
          language={language}
          outcome={draft.outcome}
          text={draft.texts[language] ?? ''}
          missing={missing.languages.includes(language)}
          onType={text => change({ texts: { ...draft.texts, [language]: text } })}
        />
      ))}
    </TogetherDialog>
  );
}
