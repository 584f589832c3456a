import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  failuresLeft,
  noThrottle,
  personPace,
  secondsLeft,
  sharedPace,
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
        const throttle = afterFailure({ failures, notBefore: 0 }, now, personPace);
        expect(secondsLeft(throttle, now)).toBeLessThanOrEqual(personPace.ceiling);
      }),
    );
  });
  it('keeps nobody out for long after a clock that ran a year ahead is put right', () => {
    const ahead = afterFailure({ failures: 20, notBefore: 0 }, 366 * 24 * 3_600_000, personPace);
    expect(secondsLeft(ahead, 0)).toBe(personPace.ceiling);
    expect(failuresLeft(ahead, 0, sharedPace)).toBe(21);
  });
  it('allows at most 80 tries in a day of six hours', () => {
    let throttle = noThrottle;
    let now = 0;
    let tries = 0;
    while (now < 6 * 3600 * 1000) {
      throttle = afterFailure(throttle, now, personPace);
      now += 1000 * Math.max(1, secondsLeft(throttle, now));
      tries += 1;
    }
    expect(tries).toBeLessThanOrEqual(80);
  });
  it('forgets the slips of many as time goes by, one by one; of a person only a right secret does', () => {
    const throttle = { failures: 5, notBefore: 1_000_000 };
    const later = (seconds: number) => failuresLeft(throttle, 1_000_000 + 1000 * seconds, sharedPace);
    expect([0, 119, 120, 240, 599, 600, 10_000].map(later)).toEqual([5, 5, 4, 3, 1, 0, 0]);
    expect(failuresLeft(throttle, 1_000_000_000, personPace)).toBe(5);
  });
  it('allows no more than one try in thirty seconds at a kiosk, however a guesser shares out his patience', () => {
    for (const pause of [0, 30, 60, 120]) {
      let throttle = noThrottle;
      let now = 0;
      let tries = 0;
      while (now < 6 * 3600 * 1000) {
        throttle = afterFailure(throttle, now, sharedPace);
        now += 1000 * Math.max(1, secondsLeft(throttle, now), pause);
        tries += 1;
      }
      expect(tries).toBeLessThanOrEqual(6 * 120 + 6);
    }
  });
});
