import { isWhole } from './languages.ts';

/** A language as a prison could offer it. */
export interface Offerable {
  readonly code: string;
  /** Whether a real prison may offer it. */
  readonly open: boolean;
}

/**
 * The languages that a prison's kiosks offer, in the order given. English and Kiswahili always; of the others what the
 * prison chose (null: it never chose, so all), and in a real prison only those that are open. A demonstration shows
 * drafts as well, marked.
 */
export function offeredIn<T extends Offerable>(
  all: readonly T[],
  { demonstration, chosen }: { demonstration: boolean; chosen: readonly string[] | null },
): readonly T[] {
  return all.filter(
    ({ code, open }) =>
      isWhole(code) || ((demonstration || open) && (chosen === null || chosen.includes(code))),
  );
}
