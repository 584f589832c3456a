import { useCallback, useEffect, useState } from 'preact/hooks';
import { useLive } from '../../app/live.ts';
import { changeSession, type OwnRecord, session } from '../../app/session.ts';
import { type FailureName, openEarnings, openSentence, openStage, type Person } from '../../store/index.ts';
import type { Result } from '../../store/types.ts';

type Name = keyof OwnRecord;
type Shown<N extends Name> = NonNullable<OwnRecord[N]>;

const fetchers: { readonly [N in Name]: (person: Person) => Promise<Result<Shown<N>>> } = {
  sentence: openSentence,
  stage: openStage,
  earnings: openEarnings,
};

export interface Own<N extends Name> {
  readonly value: OwnRecord[N];
  readonly problem: FailureName | null;
  readonly load: () => Promise<void>;
}

/** Fetches a page of his record into memory, where it stays until sign-out. */
export function useOwn<N extends Name>(person: Person, name: N): Own<N> {
  const value = useLive(session)[name] as OwnRecord[N];
  const [problem, setProblem] = useState<FailureName | null>(null);
  const load = useCallback(async () => {
    setProblem(null);
    const answer = await fetchers[name](person);
    // Whoever was signed in then may be gone by now.
    if (session.get().who !== person) return;
    if (answer.ok) changeSession({ [name]: answer.value });
    else setProblem(answer.problem);
  }, [person, name]);
  useEffect(() => void load(), [load]);
  return { value, problem, load };
}
