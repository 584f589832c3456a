import { kindNow } from '../../../shared/submission/kind-rules.ts';
import { complaintKinds } from '../../../shared/submission/kinds.ts';
import { useKiosk } from '../../app/kiosk-state.ts';
import { useLive } from '../../app/live.ts';
import { session } from '../../app/session.ts';
import { Choices, Tile } from '../../components/tile.tsx';
import { useWords } from '../../i18n/words.ts';
import { SessionStrips } from '../prisoner/strips.tsx';
import { withKind } from './draft.ts';
import { useDraft } from './use-draft.ts';

/** Food, clothing, bedding or another necessary (rule 43). The first question, so news of the person stands here. */
export function KindQuestion() {
  const { say } = useWords();
  const answers = useDraft();
  const { settings } = useKiosk();
  const { who } = useLive(session);
  if (!answers) return null;
  const offered = complaintKinds
    .map(kind => kindNow(settings?.kinds, kind))
    .filter(({ rules }) => rules.offered && (rules.nameless || who !== 'nameless'));
  return (
    <div class="k-strips">
      <SessionStrips />
      <section class="k-question">
        <h1 class="k-question__title">{say('complaint.kind')}</h1>
        <Choices>
          {offered.map(asked => (
            <Tile
              key={asked.kind}
              picture={`subject-${asked.kind}`}
              label={say(`kinds.${asked.kind}`)}
              onTap={() => answers.answer(withKind(answers.draft, asked))}
            />
          ))}
        </Choices>
      </section>
    </div>
  );
}
