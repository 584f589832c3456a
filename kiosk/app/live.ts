import { useLayoutEffect, useState } from 'preact/hooks';

/** A value that screens can watch. */
export interface Watched<T> {
  get(): T;
  subscribe(callback: (value: T) => void): () => void;
}

/** A watched value that can be set; setting what is already there tells nobody. */
export interface Live<T> extends Watched<T> {
  set(value: T): void;
}

/** Makes a live value that starts as `first`. */
export function live<T>(first: T): Live<T> {
  let current = first;
  const watchers = new Set<(value: T) => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const tell of [...watchers]) tell(value);
    },
    subscribe(callback) {
      watchers.add(callback);
      return () => {
        watchers.delete(callback);
      };
    },
  };
}

/** The value now, drawn again whenever it changes. */
export function useLive<T>(source: Watched<T>): T {
  const [value, setValue] = useState<{ of: T }>({ of: source.get() });
  useLayoutEffect(() => {
    // It may have changed between drawing and here; if not, nothing is drawn twice.
    const now = source.get();
    setValue(shown => (Object.is(shown.of, now) ? shown : { of: now }));
    return source.subscribe(next => setValue({ of: next }));
  }, [source]);
  return value.of;
}

/** One fact about a value, drawn again only when the fact changes, not with every letter that somebody types. */
export function useFact<T, Fact extends string | number | boolean | null>(
  source: Watched<T>,
  factOf: (value: T) => Fact,
): Fact {
  const [fact, setFact] = useState(() => factOf(source.get()));
  useLayoutEffect(() => {
    setFact(factOf(source.get()));
    return source.subscribe(next => setFact(factOf(next)));
  }, [source, factOf]);
  return fact;
}
