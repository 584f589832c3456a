import { useCallback, useRef, useState } from 'preact/hooks';
import { Problem } from '../../shared/problems.ts';
import { type Failure, failureOf } from '../api/failure.ts';

export interface Act {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Seconds after which trying again makes sense, if the server said so. */
  readonly retryAfter: number | null;
  /** Does it once; a second call while it runs does nothing. Resolves to whether it was done. */
  readonly run: (work: () => Promise<void>) => Promise<boolean>;
  readonly clear: () => void;
}

/** One thing that is done by asking the server: whether it runs, and what came of it. */
export function useAct(): Act {
  const [state, setState] = useState<Pick<Act, 'busy' | 'failure' | 'retryAfter'>>({
    busy: false,
    failure: null,
    retryAfter: null,
  });
  // The state of a component comes a moment later than a double click.
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, failure: null, retryAfter: null });
    try {
      await work();
      setState({ busy: false, failure: null, retryAfter: null });
      return true;
    } catch (error) {
      const retryAfter = error instanceof Problem ? error.retryAfter : null;
      setState({ busy: false, failure: failureOf(error), retryAfter });
      return false;
    } finally {
      running.current = false;
    }
  }, []);
  const clear = useCallback(() => setState({ busy: false, failure: null, retryAfter: null }), []);
  return { ...state, run, clear };
}
