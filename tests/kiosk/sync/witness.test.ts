import { expect, test } from 'vitest';
import type { Witnessed } from '../../../kiosk/store/public-database.ts';
import { keptAfter } from '../../../kiosk/sync/witness.ts';
import type { Held } from '../../../shared/log/witness.ts';

const now = Date.UTC(2026, 2, 2, 7);
const since = '2026-03-02T07:00:00.000Z';
const day = 86_400_000;
const old: Held = { note: 'old', origin: 'o/1', size: 1, root: '' };
const held: Held = { note: 'new', origin: 'o/1', size: 2, root: '' };
const calm: Witnessed = { held: old, alarm: null };
const alarmed: Witnessed = { held: old, alarm: { kind: 'rewritten', since } };
const anew: Witnessed = { held: old, alarm: { kind: 'begun-anew', since } };

test('what grew is kept; what contradicts it is not, and raises the alarm once', () => {
  expect(keptAfter(calm, { kind: 'grown', held, text: '' }, now)).toEqual({ held, alarm: null });
  expect(keptAfter(calm, { kind: 'rewritten', why: 'shorter' }, now)).toEqual(alarmed);
  expect(keptAfter(alarmed, { kind: 'rewritten', why: 'shorter' }, now + day)).toBe(alarmed);
});

test('an alarm goes when the log agrees again with all that was seen, and not by silence', () => {
  expect(keptAfter(alarmed, { kind: 'same' }, now + day)).toEqual(calm);
  for (const kind of ['waiting', 'not-believed'] as const)
    expect(keptAfter(alarmed, { kind }, now + day)).toBe(alarmed);
});

test('that a log was begun anew is said for thirty days', () => {
  expect(keptAfter(alarmed, { kind: 'begun-anew', held, text: '' }, now)).toEqual({ ...anew, held });
  expect(keptAfter(anew, { kind: 'same' }, now + 29 * day).alarm?.kind).toBe('begun-anew');
  expect(keptAfter(anew, { kind: 'grown', held, text: '' }, now + 31 * day).alarm).toBeNull();
});
