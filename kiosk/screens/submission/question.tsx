import { useLive } from '../../app/live.ts';
import { session } from '../../app/session.ts';
import { LetterReadBack } from '../letter/letter-read-back.tsx';
import type { Step } from './draft.ts';
import { KindQuestion } from './kind-question.tsx';
import { ManyQuestion } from './many-question.tsx';
import { MoreQuestion } from './more-question.tsx';
import { OfficerRank } from './officer-rank.tsx';
import { ProblemQuestion } from './problem-question.tsx';
import { ReadBack } from './read-back.tsx';
import { WhenQuestion } from './when-question.tsx';

/** The question of one step. */
export function Question({ step }: { step: Step }) {
  switch (step) {
    case 'kind':
      return <KindQuestion />;
    case 'officer':
      return <OfficerRank />;
    case 'problem':
      return <ProblemQuestion />;
    case 'when':
      return <WhenQuestion />;
    case 'many':
      return <ManyQuestion />;
    case 'more':
      return <MoreQuestion />;
    case 'read-back':
      return <ReadBackOf />;
  }
}

/** A letter is read back with other words: who can open it, and whether he is in danger. */
function ReadBackOf() {
  const { draft } = useLive(session);
  return draft?.letter ? <LetterReadBack /> : <ReadBack />;
}
