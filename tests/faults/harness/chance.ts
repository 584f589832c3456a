import { setTimeout } from 'node:timers/promises';

/** A whole number from `least` to `most`, both among them. Faults come when they like: no seed. */
export function between(least: number, most: number): number {
  return least + Math.floor(Math.random() * (most - least + 1));
}

export const pause = (ms: number): Promise<void> => setTimeout(ms);

/** Looks until it is so, for as long as the busiest machine needs; rejects after `patienceMs` with what it waited for. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  patienceMs = 120_000,
): Promise<void> {
  const givenUpAt = performance.now() + patienceMs;
  while (!(await isSo())) {
    if (performance.now() > givenUpAt) throw new Error(`waited in vain: ${what}`);
    await pause(25);
  }
}

/** Some of a list, spread over all of it, the first and the last among them. */
export function sample<T>(list: readonly T[], count: number): T[] {
  if (count >= list.length) return [...list];
  const step = (list.length - 1) / Math.max(1, count - 1);
  return Array.from({ length: count }, (_, index) => list[Math.round(index * step)] as T);
}
