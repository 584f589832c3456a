import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SentenceView } from '../../../shared/sentence/view.ts';
import { useLive } from '../../app/live.ts';
import { changeSession, session } from '../../app/session.ts';
import { type FailureName, openSentence, type Person } from '../../store/index.ts';

export interface OwnSentence {
  readonly sentence: SentenceView | null;
  readonly problem: FailureName | null;
  readonly load: () => Promise<void>;
}

/** Fetches his record into memory, where it stays until sign-out. */
export function useSentence(person: Person): OwnSentence {
  const { sentence } = useLive(session);
  const [problem, setProblem] = useState<FailureName | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    const answer = await openSentence(person);
    // Whoever was signed in then may be gone by now.
    if (session.get().who !== person) return;
    if (answer.ok) changeSession({ sentence: answer.value });
    else setProblem(answer.problem);
  }, [person]);
  useEffect(() => void load(), [load]);
  return { sentence, problem, load };
}
