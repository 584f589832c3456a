import { useEffect, useReducer } from 'preact/hooks';
import type { Value } from '../store/value.ts';

/** What a store holds now; the component is drawn again when it changes. */
export function useValue<T>(value: Value<T>): T {
  const [, redraw] = useReducer<number, void>(count => count + 1, 0);
  const shown = value.get();
  useEffect(() => {
    const stop = value.subscribe(() => redraw());
    // What changed between the first drawing and now must not be missed.
    if (!Object.is(shown, value.get())) redraw();
    return stop;
  }, [value]);
  return shown;
}
