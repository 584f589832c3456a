import { type Kind, problemKey } from '../../../shared/submission/kinds.ts';
import type { Say } from '../../i18n/words.ts';

type ProblemKey = keyof typeof import('../../../locales/en/kiosk.json')['problems'];

/** What is wrong, in words. The server may know a problem that this build does not: then it is something else. */
export function sayProblem(say: Say, kind: Kind, problem: string): string {
  return say(`problems.${problemKey(kind, problem) as ProblemKey}`, {
    defaultValue: say('problems.other'),
  });
}
