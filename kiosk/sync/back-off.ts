const firstCeilingMs = 1_000;
const lastCeilingMs = 5 * 60_000;
const longestAskedMs = 60 * 60_000;

/**
 * Milliseconds until the next try after so many failures in a row (from 1): anything up to a ceiling that
 * doubles from one second to five minutes, so that all kiosks of a prison do not come back at once.
 * What the server asked for (`retryAfter`, seconds) is the least, up to an hour.
 */
export function retryDelay(failures: number, retryAfter: number | null, random = Math.random()): number {
  const ceiling = Math.min(lastCeilingMs, firstCeilingMs * 2 ** Math.min(failures - 1, 20));
  const asked = Math.min((retryAfter ?? 0) * 1000, longestAskedMs);
  return Math.round(asked + random * ceiling);
}

/**
 * How many failures in a row there are after a round. On a bad line something arrives in most rounds, and what fails
 * after it is a first failure again: else a full outbox would soon wait minutes between two items.
 */
export function failuresAfter(before: number, delivered: number, ended: string | null): number {
  if (ended === null) return 0;
  return delivered > 0 ? 1 : before + 1;
}

/** `ms`, give or take a tenth. */
export function jittered(ms: number, random = Math.random()): number {
  return Math.round(ms * (0.9 + 0.2 * random));
}
