import { isOneTouch, problemPicture } from '../../../shared/submission/kinds.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { sayProblem } from './say-problem.ts';
import { useDraft } from './use-draft.ts';

/** What is wrong, picture by picture; the last one is *something else*. */
export function ProblemQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers?.draft.asked) return null;
  const { draft, answer } = answers;
  const { kind, rules } = answers.draft.asked;
  if (kind === 'record' || isOneTouch(kind)) return null;
  return (
    <section class="k-question">
      <h1 class="k-question__title">{say(`complaint.${kind}`)}</h1>
      <Choices>
        {rules.problems.map(problem => (
          <Tile
            key={problem}
            picture={problemPicture(kind, problem)}
            label={sayProblem(say, kind, problem)}
            onTap={() => answer({ ...draft, problem })}
          />
        ))}
      </Choices>
    </section>
  );
}
