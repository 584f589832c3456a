/** A kiosk says every minute how it is; five without a word are more than a slow network. */
export const silentAfterMs = 5 * 60_000;

/** Seconds by which a clock may be wrong before somebody should look. */
export const clockToleranceSeconds = 120;

/** Whether a clock that is ahead by so many milliseconds (or behind, negative) counts as wrong. */
export function isClockOff(aheadMs: number): boolean {
  return Math.abs(aheadMs) > clockToleranceSeconds * 1000;
}

/** Below this many percent a battery that is not being charged needs somebody. */
export const lowBattery = 20;

/** Above this many percent the room that the browser gives is nearly used up. */
export const nearlyFull = 80;
