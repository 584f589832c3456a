import type { Kiosk } from './kiosks.tsx';

export type KioskStateName = 'on' | 'quiet' | 'never' | 'revoked';

/** A kiosk reports every minute; five without a word are more than a slow network. */
const quietAfter = 5 * 60_000;

/** How a kiosk is at `now` (epoch milliseconds, the server's clock). */
export function kioskState(kiosk: Pick<Kiosk, 'revokedAt' | 'lastSeen'>, now: number): KioskStateName {
  if (kiosk.revokedAt) return 'revoked';
  if (!kiosk.lastSeen) return 'never';
  return now - Temporal.Instant.from(kiosk.lastSeen).epochMilliseconds > quietAfter ? 'quiet' : 'on';
}

export interface KioskWorry {
  readonly kind: 'missing' | 'quarantined' | 'not-persisted' | 'clock';
  readonly value: string;
}

/** Seconds by which a clock may be wrong before an officer should look. */
const clockTolerance = 120;

/** Numbers in runs, so that a long gap stays short: `3, 7–9`. */
export function runsOf(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && number <= last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ');
}

/** What somebody should look at on a kiosk, the gravest first. */
export function worriesOf(
  kiosk: Pick<Kiosk, 'missing' | 'quarantined' | 'persisted' | 'clockError'>,
): KioskWorry[] {
  const worries: KioskWorry[] = [];
  if (kiosk.missing && kiosk.missing.length > 0)
    worries.push({ kind: 'missing', value: runsOf(kiosk.missing) });
  if (kiosk.quarantined) worries.push({ kind: 'quarantined', value: String(kiosk.quarantined) });
  if (kiosk.persisted === false) worries.push({ kind: 'not-persisted', value: '1' });
  if (kiosk.clockError !== null && Math.abs(kiosk.clockError) > clockTolerance)
    worries.push({ kind: 'clock', value: String(Math.round(Math.abs(kiosk.clockError) / 60)) });
  return worries;
}
