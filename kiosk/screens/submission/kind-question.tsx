import { complaintKinds } from '../../../shared/submission/kinds.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import { withKind } from './draft.ts';
import { useDraft } from './use-draft.ts';

/** Food, clothing, bedding or another necessary (rule 43). The first question, so news of the person stands here. */
export function KindQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  if (!answers) return null;
  return (
    <div class="k-strips">
      <SessionStrips />
      <section class="k-question">
        <h1 class="k-question__title">{say('complaint.kind')}</h1>
        <Choices>
          {complaintKinds.map(kind => (
            <Tile
              key={kind}
              picture={`subject-${kind}`}
              label={say(`kinds.${kind}`)}
              onTap={() => answers.answer(withKind(answers.draft, kind))}
            />
          ))}
        </Choices>
      </section>
    </div>
  );
}
