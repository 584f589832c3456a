/**
 * What an untouched screen does (protection.md, "Timers"). Pure: the clock is given, in milliseconds.
 *
 * While anything of a person is on the machine: covered after 20 s, counted down from 35 s, over after 45 s. A tap
 * on the countdown gives a minute in place of the 45 s, up to ten times in a row; any other touch starts afresh.
 * While somebody only reads: back to the first screen after 90 s; by then the first screen itself counts as left
 * alone, and may change its language back and its program for a newer one.
 */
export const coverAfter = 20_000;
export const endAfter = 45_000;
export const extendedEndAfter = 60_000;
export const countdownFor = 10_000;
export const restAfter = 90_000;
export const extensionsAllowed = 10;

export interface Touches {
  /** The last touch. */
  readonly last: number;
  /** Minutes given in a row since the last other touch. */
  readonly extensions: number;
}

export type Turn = 'private' | 'reading' | 'first';

export type Idle =
  | { readonly state: 'awake' }
  | { readonly state: 'covered' }
  /** Seconds until it is over, and of how many; `extendable` while a tap still gives a minute. */
  | {
      readonly state: 'counting';
      readonly left: number;
      readonly total: number;
      readonly extendable: boolean;
    }
  | { readonly state: 'over' };

/** What the screen shows at `now`. */
export function idleAt(now: number, touches: Touches, turn: Turn): Idle {
  const elapsed = now - touches.last;
  if (turn !== 'private') return { state: elapsed >= restAfter ? 'over' : 'awake' };
  const end = touches.extensions > 0 ? extendedEndAfter : endAfter;
  if (elapsed >= end) return { state: 'over' };
  if (elapsed >= end - countdownFor)
    return {
      state: 'counting',
      left: Math.ceil((end - elapsed) / 1000),
      total: countdownFor / 1000,
      extendable: touches.extensions < extensionsAllowed,
    };
  return { state: elapsed >= coverAfter ? 'covered' : 'awake' };
}

/** Milliseconds from `now` until `idleAt` may answer something else; null if it never will without a touch. */
export function nextChange(now: number, touches: Touches, turn: Turn): number | null {
  const elapsed = now - touches.last;
  if (turn !== 'private') return elapsed >= restAfter ? null : restAfter - elapsed;
  const end = touches.extensions > 0 ? extendedEndAfter : endAfter;
  if (elapsed < coverAfter) return coverAfter - elapsed;
  if (elapsed < end - countdownFor) return end - countdownFor - elapsed;
  const left = end - elapsed;
  return left <= 0 ? null : left % 1000 || 1000;
}

/** A touch anywhere. */
export function touched(now: number): Touches {
  return { last: now, extensions: 0 };
}

/** The tap on the countdown; the same touches when no minute is left to give. */
export function extended(now: number, touches: Touches): Touches {
  return touches.extensions < extensionsAllowed ? { last: now, extensions: touches.extensions + 1 } : touches;
}
