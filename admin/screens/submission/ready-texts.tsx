import { useEffect, useState } from 'preact/hooks';
import type { Outcome } from '../../../shared/submission/reply.ts';
import { readySentences } from '../../i18n/ready.ts';
import { t } from '../../i18n/words.ts';

interface ReadyTextsProps {
  /** The code of the language that the prisoner reads. */
  readonly language: string;
  readonly outcome: Outcome;
  readonly text: string;
  readonly onPick: (text: string) => void;
}

/** Puts a ready sentence before what was typed already; a second press takes it out again. */
function withSentence(text: string, sentence: string): string {
  if (text.includes(sentence)) return text.replace(sentence, '').trim();
  return [sentence, text.trim()].filter(Boolean).join(' ');
}

/** Sentences to start from, in the prisoner's language. */
export function ReadyTexts({ language, outcome, text, onPick }: ReadyTextsProps) {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    readySentences(language, outcome)
      .then(found => current && setSentences(found))
      // Without them the officer writes the whole by himself.
      .catch(() => current && setSentences([]));
    return () => {
      current = false;
    };
  }, [language, outcome]);
  if (sentences.length === 0) return null;
  return (
    <fieldset class="p-templates" lang={language}>
      <legend class="p-field__hint">{t('reply.ready')}</legend>
      {sentences.map(sentence => (
        <button
          key={sentence}
          type="button"
          class="p-template"
          aria-pressed={text.includes(sentence)}
          onClick={() => onPick(withSentence(text, sentence))}
        >
          {sentence}
        </button>
      ))}
    </fieldset>
  );
}
