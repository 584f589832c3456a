import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  noThrottle,
  prisonerCeiling,
  secondsLeft,
  waitSeconds,
} from '../../../shared/prisoner/throttle.ts';

describe('slowing guesses down', () => {
  it('leaves two slips free, then doubles up to the ceiling', () => {
    expect([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(failures => waitSeconds(failures, 300))).toEqual([
      0, 0, 0, 5, 10, 20, 40, 80, 160, 300, 300,
    ]);
  });
  it('never locks anyone out for longer than the ceiling, however many tries were made', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(), (failures, now) => {
        const throttle = afterFailure({ failures, notBefore: 0 }, now, prisonerCeiling);
        expect(secondsLeft(throttle, now)).toBeLessThanOrEqual(prisonerCeiling);
      }),
    );
  });
  it('keeps nobody out for long after a clock that ran a year ahead is put right', () => {
    const ahead = afterFailure({ failures: 20, notBefore: 0 }, 366 * 24 * 3_600_000, prisonerCeiling);
    expect(secondsLeft(ahead, 0)).toBe(prisonerCeiling);
  });
  it('allows at most 80 tries in a day of six hours', () => {
    let throttle = noThrottle;
    let now = 0;
    let tries = 0;
    while (now < 6 * 3600 * 1000) {
      throttle = afterFailure(throttle, now, prisonerCeiling);
      now += 1000 * Math.max(1, secondsLeft(throttle, now));
      tries += 1;
    }
    expect(tries).toBeLessThanOrEqual(80);
  });
});
