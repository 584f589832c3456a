import { useCallback, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/problems.ts';
import { type Failure, failureOf } from '../api/failure.ts';

export interface Act {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Seconds after which trying again makes sense, if the server said so. */
  readonly retryAfter: number | null;
  /** What exactly was wrong, if the server said so. */
  readonly detail: string | null;
  /** Does it once; a second call while it runs does nothing. Resolves to whether it was done. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

const idle: Pick<Act, 'busy' | 'failure' | 'retryAfter' | 'detail'> = {
  busy: false,
  failure: null,
  retryAfter: null,
  detail: null,
};

/** One thing that is done by asking the server: whether it runs, and what came of it. */
export function useAct(): Act {
  const [state, setState] = useState(idle);
  // The state of a component comes a moment later than a double click.
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setState({ ...idle, busy: true });
    try {
      await work();
      setState(idle);
      return true;
    } catch (error) {
      const { retryAfter, detail } = error instanceof Problem ? error : idle;
      setState({ busy: false, failure: failureOf(error), retryAfter, detail });
      return false;
    } finally {
      running.current = false;
    }
  }, []);
  const clear = useCallback(() => setState(idle), []);
  return { ...state, run, clear };
}
