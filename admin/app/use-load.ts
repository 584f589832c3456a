import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { type Failure, failureOf, isAbort } from '../api/failure.ts';
import { type Noun, onLive } from '../store/live.ts';

export interface Load<T> {
  /** The last that was read; it stays while it is read again, and when that fails. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly reload: () => Promise<void>;
}

/**
 * Reads something for as long as the component is drawn, anew when `key` changes. A slow answer to an old
 * question never overwrites a newer one. `ahead`: what was read already when the component appears, if anything.
 */
export function useLoad<T>(
  key: string,
  read: (signal: AbortSignal) => Promise<T>,
  ahead: () => T | null = () => null,
): Load<T> {
  const [state, setState] = useState<Omit<Load<T>, 'reload'>>(() => {
    const value = ahead();
    return { value, failure: null, loading: value === null };
  });
  const here = useRef(state.value !== null);
  const running = useRef<AbortController | null>(null);
  const latest = useRef(read);
  latest.current = read;

  const reload = useCallback(async () => {
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setState(before => ({ ...before, loading: true }));
    try {
      const value = await latest.current(controller.signal);
      if (!controller.signal.aborted) setState({ value, failure: null, loading: false });
    } catch (error) {
      if (controller.signal.aborted || isAbort(error)) return;
      setState(before => ({ value: before.value, failure: failureOf(error), loading: false }));
    }
  }, []);

  useEffect(() => {
    if (!here.current) {
      setState({ value: null, failure: null, loading: true });
      void reload();
    }
    here.current = false;
    return () => running.current?.abort();
  }, [key, reload]);

  return { ...state, reload };
}

/** Reads again when the server says that something changed, at most once a second. */
export function useLive(reload: () => void, noun: Noun = 'submission'): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = onLive(noun, () => {
      timer ??= setTimeout(
        () => {
          timer = undefined;
          latest.current();
        },
        300 + Math.random() * 700,
      );
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [noun]);
}

/** Reads again from time to time while the page is seen: what no event tells of, such as how a kiosk is. */
export function useEvery(seconds: number, reload: () => void): void {
  const latest = useRef(reload);
  latest.current = reload;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') latest.current();
    }, seconds * 1000);
    return () => clearInterval(timer);
  }, [seconds]);
}
