import type { LogEntry } from './entry.ts';
import { Wrong } from './report.ts';

const named = (kind: string, commitment: string) => `${kind}/${commitment}`;

/** What the entries of an export say, for its contents to be held against. */
export class Entries {
  readonly #places = new Map<string, number>();

  add({ kind, commitment }: LogEntry, position: number): void {
    this.#places.set(named(kind, commitment), position);
  }

  /** The place of a content's entry; each has one content. Throws Wrong if no entry commits to it. */
  take(kind: string, commitment: string, where: string | null): number {
    const key = named(kind, commitment);
    const place = this.#places.get(key);
    if (place === undefined) throw new Wrong('content-not-logged', null, where);
    this.#places.delete(key);
    return place;
  }

  /** Throws Wrong for the first entry of these kinds whose content did not come. */
  assertNoneLeft(kinds: readonly string[]): void {
    for (const [key, place] of this.#places)
      if (kinds.some(kind => key.startsWith(`${kind}/`))) throw new Wrong('content-missing', place);
  }
}
