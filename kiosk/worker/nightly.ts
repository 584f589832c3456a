import { liveState } from '../store/state.ts';
import { bestTime } from '../sync/clock.ts';
import { shownBuild } from './bridge.ts';

/** The hours of the prison's night in which the page may be loaded anew. */
const quiet = { from: 3, to: 5 } as const;
const hourMs = 60 * 60_000;
/** Loaded so recently, it needs no restart: once a night is enough. */
const leastUpMs = 6 * hourMs;
/** A clock that never reaches the night must not keep a page for ever. */
const longestUpMs = 48 * hourMs;

/** Whether a page that has been up for `upMs` should be loaded anew at this hour of the prison's day. */
export function isRestartDue(hour: number, upMs: number): boolean {
  if (upMs < leastUpMs) return false;
  return upMs >= longestUpMs || (hour >= quiet.from && hour < quiet.to);
}

/**
 * Loads the page anew if its night has come: what a browser gathers in weeks goes with it. Called by the first
 * screen alone, when it rests. Never without a build in the service worker: with the server gone, no page would come.
 */
export async function restartIfDue(): Promise<boolean> {
  const zone = liveState().get().settings?.prison.zone ?? 'Africa/Nairobi';
  const { hour } = Temporal.Instant.fromEpochMilliseconds(Math.round(bestTime())).toZonedDateTimeISO(zone);
  if (!isRestartDue(hour, performance.now()) || (await shownBuild()) === null) return false;
  location.reload();
  return true;
}
