import { expect, test } from 'vitest';
import { kioskState, lightOf, runsOf, worriesOf } from '../../admin/screens/kiosks/kiosk-state.ts';

test.each([
  ['one that the server hears is on', null, '2026-11-21T09:59:00Z', false, 'on'],
  ['one that the server has not heard is silent', null, '2026-11-21T09:54:00Z', true, 'quiet'],
  ['one that never reported', null, null, true, 'never'],
  [
    'a revoked one is revoked, whatever it reports',
    '2026-11-21T09:00:00Z',
    '2026-11-21T09:59:59Z',
    false,
    'revoked',
  ],
])('%s', (_, revokedAt, lastSeen, silent, state) => {
  expect(kioskState({ revokedAt, lastSeen, silent })).toBe(state);
});

test.each([
  ['one number', [3], '3'],
  ['a run', [7, 8, 9], '7–9'],
  ['runs and single ones, sorted', [9, 3, 8, 7, 12], '3, 7–9, 12'],
  ['none', [], ''],
])('%s', (_, numbers, words) => {
  expect(runsOf(numbers)).toBe(words);
});

const well = {
  revokedAt: null,
  lastSeen: '2026-11-21T09:59:00Z',
  silent: false,
  missing: [],
  waiting: 0,
  quarantined: 0,
  persisted: true,
  clockError: -119,
  doubled: 0,
  trouble: null,
  rejected: null,
  battery: null,
  storageUsed: 3,
};

test('a kiosk that is well gives no worry; storage that was not asked about is none', () => {
  expect(worriesOf(well)).toEqual([]);
  expect(worriesOf({ ...well, persisted: null, storageUsed: null })).toEqual([]);
});

test('what is not told to an officer is no worry', () => {
  const untold = { missing: null, waiting: null, quarantined: null, doubled: null };
  expect(worriesOf({ ...well, ...untold })).toEqual([]);
  expect(lightOf({ ...well, ...untold })).toBe('well');
});

test('the gravest worry stands first', () => {
  const worries = worriesOf({
    ...well,
    doubled: 1,
    trouble: 'storage-full',
    missing: [4],
    quarantined: 2,
    persisted: false,
    storageUsed: 80,
    rejected: '0123456789abcdef',
    battery: { level: 19, charging: false },
    clockError: -600,
  });
  expect(worries.map(({ kind }) => kind)).toEqual([
    'doubled',
    'storage-full',
    'missing',
    'quarantined',
    'not-persisted',
    'nearly-full',
    'rejected',
    'battery',
    'clock',
  ]);
  expect(worries.at(-1)?.value).toBe('10');
});

test.each<[string, Partial<Parameters<typeof lightOf>[0]>, string]>([
  ['nothing to look at', {}, 'well'],
  ['storage that is not granted', { persisted: false }, 'look'],
  ['a clock that is wrong by years', { clockError: 400_000_000 }, 'look'],
  ['a battery that is charged', { battery: { level: 5, charging: true } }, 'well'],
  ['a battery that runs down', { battery: { level: 19, charging: false } }, 'look'],
  ['a version that did not start', { rejected: 'b' }, 'look'],
  ['an item that was refused', { quarantined: 1 }, 'look'],
  ['an item that waits to be sent', { waiting: 1, missing: [4] }, 'well'],
  ['a number that is gone', { waiting: 0, missing: [4] }, 'alarm'],
  ['one number used for two items', { doubled: 1 }, 'alarm'],
  ['one number used for two items, and silence since', { doubled: 1, silent: true }, 'alarm'],
  ['a full disk', { trouble: 'storage-full' }, 'alarm'],
  ['a database that does not open', { trouble: 'database-closed' }, 'alarm'],
  ['silence', { silent: true, persisted: false }, 'silent'],
  ['never heard', { silent: true, lastSeen: null }, 'silent'],
])('the light of %s', (_, more, light) => {
  expect(lightOf({ ...well, ...more })).toBe(light);
});
