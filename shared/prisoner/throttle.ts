/**
 * Slowing guessing down without letting anyone lock somebody else out for good (protection.md): a try that
 * comes too early is refused without being counted, and every wait has a ceiling.
 */
export interface Throttle {
  /** Wrong tries that still count. */
  readonly failures: number;
  /** Epoch milliseconds before which no secret is even looked at. */
  readonly notBefore: number;
}

export const noThrottle: Throttle = { failures: 0, notBefore: 0 };

/** How one count slows tries down, in seconds. */
export interface Pace {
  /** The longest wait. */
  readonly ceiling: number;
  /** One wrong try is forgotten after so long without one; null: only a right secret clears the count. */
  readonly forgetAfter: number | null;
}

/** One person's secret: 72 tries in a day of six hours, against a million PINs. The right one clears the count. */
export const personPace: Pace = { ceiling: 300, forgetAfter: null };
/**
 * What many use in turn, a kiosk first of all: at most thirty seconds, so that two hundred others are not shut out
 * by one. A right PIN clears nothing here: whoever knows his own could otherwise try two common ones on everyone
 * between two sign-ins. The slips of an ordinary day are forgotten as fast as they are made.
 */
export const sharedPace: Pace = { ceiling: 30, forgetAfter: 120 };

/** Seconds to wait after so many wrong tries: three free, then doubling up to the ceiling. */
export function waitSeconds(failures: number, ceiling: number): number {
  if (failures < 3) return 0;
  return Math.min(ceiling, 5 * 2 ** Math.min(failures - 3, 20));
}

/** Wrong tries that still count at `now`: the wait itself forgets nothing. */
export function failuresLeft({ failures, notBefore }: Throttle, now: number, { forgetAfter }: Pace): number {
  if (forgetAfter === null) return failures;
  return Math.max(0, failures - Math.max(0, Math.floor((now - notBefore) / (1000 * forgetAfter))));
}

export function afterFailure(throttle: Throttle, now: number, pace: Pace): Throttle {
  const failures = failuresLeft(throttle, now, pace) + 1;
  return { failures, notBefore: now + 1000 * waitSeconds(failures, pace.ceiling) };
}

/**
 * Seconds until a try is looked at again, rounded up; 0 if it may come now. Never more than the longest ceiling:
 * a clock that was ahead and is put right must not keep anyone out.
 */
export function secondsLeft(throttle: Throttle, now: number): number {
  return Math.min(personPace.ceiling, Math.max(0, Math.ceil((throttle.notBefore - now) / 1000)));
}
