/**
 * Slowing guessing down without letting anyone lock somebody else out for good (protection.md): a try that
 * comes too early is refused without being counted, every wait has a ceiling, and a right PIN clears it.
 */
export interface Throttle {
  /** Wrong tries since the last right one. */
  readonly failures: number;
  /** Epoch milliseconds before which the PIN is not even looked at. */
  readonly notBefore: number;
}

export const noThrottle: Throttle = { failures: 0, notBefore: 0 };

/** Seconds to wait after so many wrong tries in a row: three free, then doubling up to the ceiling. */
export function waitSeconds(failures: number, ceiling: number): number {
  if (failures < 3) return 0;
  return Math.min(ceiling, 5 * 2 ** Math.min(failures - 3, 20));
}

/** At most five minutes for a person: 72 tries in a day of six hours, against a million PINs. */
export const prisonerCeiling = 300;
/** At most thirty seconds for a kiosk, so that two hundred others are not shut out by one. */
export const kioskCeiling = 30;

export function afterFailure(throttle: Throttle, now: number, ceiling: number): Throttle {
  const failures = throttle.failures + 1;
  return { failures, notBefore: now + 1000 * waitSeconds(failures, ceiling) };
}

/**
 * Seconds until a try is looked at again, rounded up; 0 if it may come now. Never more than the longest ceiling:
 * a clock that was ahead and is put right must not keep anyone out.
 */
export function secondsLeft(throttle: Throttle, now: number): number {
  return Math.min(prisonerCeiling, Math.max(0, Math.ceil((throttle.notBefore - now) / 1000)));
}
