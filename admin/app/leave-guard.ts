import { useEffect } from 'preact/hooks';

/** What would be lost by leaving the page now, in words; null while nothing would. */
let loss: string | null = null;

/** Asks before the page is left, whichever way: what stands on it cannot be had again. Null asks nothing. */
export function useLeaveGuard(words: string | null): void {
  useEffect(() => {
    if (words === null) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (loss !== null) event.preventDefault();
    };
    loss = words;
    addEventListener('beforeunload', ask);
    return () => {
      loss = null;
      removeEventListener('beforeunload', ask);
    };
  }, [words]);
}

/** Whether the page may be left now: nothing is lost by it, or somebody says that it may be, and is asked no more. */
export function mayLeave(): boolean {
  // The browser's own question: it stops everything else, as leaving would.
  if (loss !== null && confirm(loss)) loss = null;
  return loss === null;
}
