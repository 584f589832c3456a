import { Picture } from '../../components/picture.tsx';
import { onTap } from '../../components/tap.ts';
import { useWords } from '../../i18n/words.ts';

export interface AnswerProps {
  readonly picture: string;
  readonly question: string;
  readonly answer: string;
  /** The person's own words: may be long. */
  readonly words?: boolean;
  readonly onChange: () => void;
}

/** One answer, read back, with the way to change it. */
export function Answer({ picture, question, answer, words, onChange }: AnswerProps) {
  const { say } = useWords();
  return (
    <div class={words ? 'k-answer k-answer--words' : 'k-answer'}>
      <Picture id={picture} />
      <dt class="k-answer__question">{question}</dt>
      <dd class="k-answer__answer">{answer}</dd>
      <dd class="k-answer__action">
        <button
          type="button"
          class="k-answer__change"
          aria-label={say('complaint.changeOf', { what: question })}
          {...onTap(onChange)}
        >
          {say('complaint.change')}
        </button>
      </dd>
    </div>
  );
}
