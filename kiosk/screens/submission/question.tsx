import type { Step } from './draft.ts';
import { KindQuestion } from './kind-question.tsx';
import { ManyQuestion } from './many-question.tsx';
import { MoreQuestion } from './more-question.tsx';
import { ProblemQuestion } from './problem-question.tsx';
import { ReadBack } from './read-back.tsx';
import { WhenQuestion } from './when-question.tsx';

/** The question of one step. */
export function Question({ step }: { step: Step }) {
  switch (step) {
    case 'kind':
      return <KindQuestion />;
    case 'problem':
      return <ProblemQuestion />;
    case 'when':
      return <WhenQuestion />;
    case 'many':
      return <ManyQuestion />;
    case 'more':
      return <MoreQuestion />;
    case 'read-back':
      return <ReadBack />;
  }
}
