import { expect, test } from 'vitest';
import { kioskState, runsOf, worriesOf } from '../../admin/screens/kiosks/kiosk-state.ts';

const now = Date.parse('2026-11-21T10:00:00Z');

test.each([
  ['one that reported a minute ago is on', null, '2026-11-21T09:59:00Z', 'on'],
  ['one without a word for six minutes is silent', null, '2026-11-21T09:54:00Z', 'quiet'],
  ['one that never reported', null, null, 'never'],
  [
    'a revoked one is revoked, whatever it reports',
    '2026-11-21T09:00:00Z',
    '2026-11-21T09:59:59Z',
    'revoked',
  ],
])('%s', (_, revokedAt, lastSeen, state) => {
  expect(kioskState({ revokedAt, lastSeen }, now)).toBe(state);
});

test.each([
  ['one number', [3], '3'],
  ['a run', [7, 8, 9], '7–9'],
  ['runs and single ones, sorted', [9, 3, 8, 7, 12], '3, 7–9, 12'],
  ['none', [], ''],
])('%s', (_, numbers, words) => {
  expect(runsOf(numbers)).toBe(words);
});

test('a kiosk that is well gives no worry; storage that was not asked about is none', () => {
  const well = { missing: [], quarantined: 0, clockError: -119 };
  expect(worriesOf({ ...well, persisted: null })).toEqual([]);
  expect(worriesOf({ ...well, persisted: true })).toEqual([]);
});

test('what is not told to an officer is no worry', () => {
  expect(worriesOf({ missing: null, quarantined: null, persisted: true, clockError: 0 })).toEqual([]);
});

test('the gravest worry stands first', () => {
  const worries = worriesOf({ missing: [4], quarantined: 2, persisted: false, clockError: -600 });
  expect(worries.map(({ kind }) => kind)).toEqual(['missing', 'quarantined', 'not-persisted', 'clock']);
  expect(worries.at(-1)?.value).toBe('10');
});
