import { whens } from '../../../shared/submission/kinds.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDraft } from './use-draft.ts';

/** When it was. */
export function WhenQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('complaint.when')}</h1>
      <Choices>
        {whens.map(when => (
          <Tile
            key={when}
            picture={`when-${when}`}
            label={say(`whens.${when}`)}
            onTap={() => answers.answer({ ...answers.draft, when })}
          />
        ))}
      </Choices>
    </section>
  );
}
