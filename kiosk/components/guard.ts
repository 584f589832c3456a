/**
 * A tap never lands on what appears under the finger. For this long after a screen changed, nothing on it can be
 * pressed: a second tap meant for the old screen, or a trembling finger, chooses nothing on the new one.
 */
export const guardMilliseconds = 300;

let changedAt = Number.NEGATIVE_INFINITY;

/** To be called, synchronously, whenever another screen is put under the finger. `now` as `performance.now()`. */
export function markChange(now: number): void {
  changedAt = now;
}

/** Whether a touch that begins at `now` comes too soon. */
export function isGuarded(now: number): boolean {
  return now - changedAt < guardMilliseconds;
}
