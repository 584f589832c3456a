import type { Static, TSchema } from 'typebox';

/** The value of a text, if it is JSON of this shape; null otherwise. */
export function readChecked<S extends TSchema>(
  check: { Check(value: unknown): boolean },
  text: string,
): Static<S> | null {
  try {
    const value: unknown = JSON.parse(text);
    return check.Check(value) ? (value as Static<S>) : null;
  } catch {
    return null;
  }
}
