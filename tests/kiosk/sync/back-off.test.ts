import fc from 'fast-check';
import { expect, test } from 'vitest';
import { failuresAfter, jittered, retryDelay } from '../../../kiosk/sync/back-off.ts';

const almostOne = 0.999_999;

test.each([
  ['the first retry comes within a second', 1, 1_000],
  ['the second within two', 2, 2_000],
  ['the fifth within sixteen', 5, 16_000],
  ['the tenth within five minutes', 10, 300_000],
  ['the thousandth still within five minutes', 1_000, 300_000],
])('%s', (_, failures, ceiling) => {
  expect(retryDelay(failures, null, 0)).toBe(0);
  expect(retryDelay(failures, null, almostOne)).toBeLessThanOrEqual(ceiling);
  expect(retryDelay(failures, null, almostOne)).toBeGreaterThan(ceiling * 0.99);
});

test('what the server asked for is the least, and the jitter comes on top', () => {
  expect(retryDelay(1, 30, 0)).toBe(30_000);
  expect(retryDelay(1, 30, almostOne)).toBeGreaterThan(30_900);
});

test('nobody can ask a kiosk to be silent for more than an hour', () => {
  expect(retryDelay(1, 86_400, 0)).toBe(3_600_000);
});

test('always a whole number of milliseconds, never negative', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000 }),
      fc.option(fc.integer({ min: 0, max: 1_000_000 })),
      fc.double({ min: 0, max: almostOne, noNaN: true }),
      (failures, retryAfter, random) => {
        const delay = retryDelay(failures, retryAfter, random);
        expect(Number.isInteger(delay)).toBe(true);
        expect(delay).toBeGreaterThanOrEqual(0);
        expect(delay).toBeLessThanOrEqual(3_900_000);
      },
    ),
  );
});

test('jitter is a tenth either way', () => {
  expect(jittered(60_000, 0)).toBe(54_000);
  expect(jittered(60_000, 0.5)).toBe(60_000);
  expect(jittered(60_000, 1)).toBe(66_000);
});

test.each([
  ['a whole round ends the count', 7, 3, null, 0],
  ['nothing arrived: one more in a row', 7, 0, 'unreachable', 8],
  ['something arrived before it failed: the first again', 7, 3, 'unreachable', 1],
] as const)('%s', (_, before, delivered, ended, expected) => {
  expect(failuresAfter(before, delivered, ended)).toBe(expected);
});
