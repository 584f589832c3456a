import { manys } from '../../../shared/submission/kinds.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDraft } from './use-draft.ts';

/** Only me, or others too; never who. */
export function ManyQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say('complaint.many')}</h1>
      <Choices>
        {manys.map(many => (
          <Tile
            key={many}
            picture={`many-${many}`}
            label={say(`manys.${many}`)}
            onTap={() => answers.answer({ ...answers.draft, many })}
          />
        ))}
      </Choices>
    </section>
  );
}
