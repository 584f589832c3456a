import { isBareRequest, type Kind, problemKey } from '../../../shared/submission/kinds.ts';
import type { Say } from '../../i18n/words.ts';

type ProblemKey = keyof typeof import('../../../locales/en/kiosk.json')['problems'];

/** What it is about, in words: its kind, and of a complaint what is wrong. */
export function sayMatter(say: Say, kind: Kind, problem: string): string {
  const named = say(`kinds.${kind}`);
  return isBareRequest(problem)
    ? named
    : say('submissions.named', { kind: named, problem: sayProblem(say, kind, problem) });
}

/** What is wrong, in words. The server may know a problem that this build does not: then it is something else. */
export function sayProblem(say: Say, kind: Kind, problem: string): string {
  return say(`problems.${problemKey(kind, problem) as ProblemKey}`, {
    defaultValue: say('problems.other'),
  });
}
