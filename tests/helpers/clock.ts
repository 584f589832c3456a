import { type Clock, makeClock } from '../../server/clock.ts';

/** A clock that moves when the test says so. */
export interface TestClock extends Clock {
  set(iso: string): void;
  pass(duration: Temporal.DurationLike): void;
}

export function makeTestClock(start = '2026-03-02T07:00:00Z'): TestClock {
  let now = Temporal.Instant.from(start);
  const clock = makeClock(
    () => now,
    () => now.epochMilliseconds,
  );
  return Object.assign(clock, {
    set(iso: string) {
      now = Temporal.Instant.from(iso);
    },
    pass(duration: Temporal.DurationLike) {
      now = now.add(duration);
    },
  });
}
