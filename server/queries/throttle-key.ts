import { personPace } from '../../shared/prisoner/throttle.ts';
import { normalNumber } from './prisoner.ts';
import type { Count } from './throttle.ts';

/** Wrong tries at signing in under a number, wherever they are made. */
export function signInCount(prisonId: string, number: string): Count {
  return { key: `prisoner:${prisonId}:${normalNumber(number)}`, pace: personPace };
}

/**
 * Wrong PINs in the envelopes that one kiosk sent under a number. A count of its own: items that anyone can send
 * must not slow the owner's signing in, nor what he sends from another wing.
 */
export function envelopeCount(prisonId: string, kioskId: string, number: string): Count {
  return { key: `envelope:${prisonId}:${kioskId}:${normalNumber(number)}`, pace: personPace };
}
