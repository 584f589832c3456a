import { canonicalBytes } from '../canonical.ts';
import type { Bytes } from '../crypto/bytes.ts';
import type { CarryFile, NumberRuns } from './carry-schema.ts';

/**
 * The sealed queue of a kiosk as one file on a memory stick. What is inside is sealed once more as a whole: each
 * item's statement names its hour, and whoever carries the stick must not be able to tie an hour to a person.
 */
export const carryFormat = 'sauti-carry/1';

/** Bytes to which the inside is filled up: the size of the file tells how many are on it only roughly. */
export const carryBlock = 16 * 1024;

/** Days after which an export that nobody brought to the panel is listed. */
export const carryDays = 7;

/** What the kiosk signs. */
export function carryBytes({
  kiosk,
  export: id,
  madeAt,
  digest,
}: Omit<CarryFile, 'signature' | 'sealed' | 'format'>): Bytes {
  return canonicalBytes({ format: carryFormat, kiosk, export: id, madeAt, digest });
}

/** What the envelope is bound to. */
export function carryContext(kiosk: string, id: string): string {
  return `${id}/${kiosk}`;
}

/** Numbers in runs, lowest first; each once. */
export function runsOf(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = Math.max(last[1], number);
    else runs.push([number, number]);
  }
  return runs;
}

/** How many numbers these runs hold. */
export function countOf(items: readonly NumberRuns[]): number {
  return items.flatMap(({ runs }) => runs).reduce((sum, [from, to]) => sum + Math.max(0, to - from + 1), 0);
}
