import { useState } from 'preact/hooks';
import { languages } from '../../../shared/language/languages.ts';
import { call } from '../../api/client.ts';
import { useAct } from '../../app/use-act.ts';
import { Button } from '../../components/button.tsx';
import { failureWords } from '../../components/failure-words.ts';
import { Field } from '../../components/field.tsx';
import { Notice } from '../../components/notice.tsx';
import { moment } from '../../i18n/days.ts';
import { languageWords } from '../../i18n/labels.ts';
import { t, wordsFor } from '../../i18n/words.ts';
import { askOf, caseNameOf } from '../../store/case-name.ts';
import type { CasePage } from '../../store/submission.ts';
import { say } from '../../store/toast.ts';

const kinds = ['transcript', 'translation'] as const;

/** What was typed beside the recording, with who wrote it and when. */
export function Written({ page }: { readonly page: CasePage }) {
  return page.spoken.map(({ kind, language, text, by, at }) => (
    <div key={`${kind} ${at}`}>
      <blockquote class="p-said__words" lang={language}>
        {text}
      </blockquote>
      <p class="p-said__by">
        {t('said.words.by', {
          kind: t(`said.words.${kind}`),
          language: languageWords(language),
          who: wordsFor(`role.${by}`) ?? by,
          at: moment(at),
        })}
      </p>
    </div>
  ));
}

interface WordsDraft {
  readonly kind: (typeof kinds)[number];
  readonly language: string;
  readonly text: string;
}

/** A place to type what is heard, or what it means. The case shows it as soon as it is kept. */
export function WordsForm({ page }: { readonly page: CasePage }) {
  const empty: WordsDraft = { kind: 'transcript', language: page.language, text: '' };
  const [draft, setDraft] = useState(empty);
  const { busy, failure, run } = useAct();
  const text = draft.text.trim();
  const send = async () => {
    if (text === '' || busy) return;
    const kept = await run(async () => {
      await call('POST /api/cases/:number/words', { ...askOf(caseNameOf(page)), body: { ...draft, text } });
    });
    if (!kept) return;
    setDraft({ ...draft, text: '' });
    say({ kind: 'done', words: t('said.words.kept') });
  };
  return (
    <details class="p-no-print">
      <summary>{t('said.words.write')}</summary>
      <form
        class="p-stack"
        onSubmit={event => {
          event.preventDefault();
          void send();
        }}
      >
        <Field label={t('said.words.which')}>
          {input => (
            <select
              {...input}
              class="p-input"
              value={draft.kind}
              onChange={event =>
                setDraft({
                  ...draft,
                  kind: event.currentTarget.value === 'translation' ? 'translation' : 'transcript',
                })
              }
            >
              {kinds.map(kind => (
                <option key={kind} value={kind}>
                  {t(`said.words.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('said.words.language-label')}>
          {input => (
            <select
              {...input}
              class="p-input"
              value={draft.language}
              onChange={event => setDraft({ ...draft, language: event.currentTarget.value })}
            >
              {languages.map(language => (
                <option key={language} value={language}>
                  {languageWords(language)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={t('said.words.label')}>
          {input => (
            <textarea
              {...input}
              class="p-input"
              rows={4}
              maxLength={5000}
              value={draft.text}
              onInput={event => setDraft({ ...draft, text: event.currentTarget.value })}
            />
          )}
        </Field>
        <p class="p-said__by">{t('said.words.note')}</p>
        {failure ? (
          <Notice kind="danger" icon="circle-alert">
            {failureWords(failure)}
          </Notice>
        ) : null}
        <Button kind="primary" icon="check" busy={busy} onClick={() => void send()}>
          {t('said.words.save')}
        </Button>
      </form>
    </details>
  );
}
