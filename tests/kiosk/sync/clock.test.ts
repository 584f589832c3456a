import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bestGuess, type ClockSources, isClockWrong } from '../../../kiosk/sync/clock.ts';

const minute = 60_000;
const now = Date.UTC(2026, 2, 2, 7);
const alone: ClockSources = { wall: now, monotonic: 5_000, anchor: null, contact: null };

test.each<[string, ClockSources, number]>([
  ['never met the server: the wall clock is all there is', alone, now],
  [
    'met it a minute ago: its time, carried on by the monotonic clock',
    { ...alone, anchor: { server: now - 3_600_000, monotonic: 5_000 - minute } },
    now - 3_600_000 + minute,
  ],
  [
    'wall clock set while running: does not matter',
    { ...alone, wall: 0, anchor: { server: now, monotonic: 5_000 } },
    now,
  ],
  [
    'restarted alone with a clock that was five hours fast: five hours are taken off',
    {
      ...alone,
      wall: now + 5 * 3_600_000,
      contact: { server: now - minute, wall: now - minute + 5 * 3_600_000 },
    },
    now,
  ],
  [
    'restarted alone with a dead clock battery: not before the server was last seen',
    { ...alone, wall: Date.UTC(2000, 0, 1), contact: { server: now, wall: now } },
    now,
  ],
])('%s', (_, sources, expected) => {
  expect(bestGuess(sources)).toBe(expected);
});

test.each<[string, number, boolean]>([
  ['right', 0, false],
  ['nine minutes fast', 9 * minute, false],
  ['eleven minutes fast', 11 * minute, true],
  ['nine minutes slow', -9 * minute, false],
  ['eleven minutes slow', -11 * minute, true],
  ['in another century', -3e12, true],
])('a wall clock that is %s', (_, error, wrong) => {
  const anchor = { server: now, monotonic: 5_000 };
  expect(isClockWrong({ ...alone, wall: now + error, anchor })).toBe(wrong);
});

test('after a restart without the server, a clock that ran back by years is wrong, and one that ran ahead by years', () => {
  const year = 365 * 24 * 60 * minute;
  const contact = { server: now - minute, wall: now - minute };
  expect(isClockWrong({ ...alone, wall: now - 9 * year, contact })).toBe(true);
  expect(isClockWrong({ ...alone, wall: now + 9 * year, contact })).toBe(true);
  expect(isClockWrong({ ...alone, wall: now + year / 2, contact })).toBe(false);
});

test('time never runs back behind the server’s last word', () => {
  const time = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(time, time, time, (wall, server, wallThen) => {
      const guess = bestGuess({ ...alone, wall, contact: { server, wall: wallThen } });
      expect(guess).toBeGreaterThanOrEqual(server);
    }),
  );
});
