import { expect, test } from 'vitest';
import type { BackupState } from '../../../shared/backup/schema.ts';
import { type BackupTrouble, backupTroubles } from '../../../shared/backup/troubles.ts';

const hour = 3600;
const roomy = { freeBytes: 200e9, totalBytes: 500e9 };
const last = { at: '2026-03-02T23:00:00Z', age: 5 * hour, bytes: 1e6, keys: true };
const well: BackupState = {
  last,
  unprotected: 5 * hour,
  kept: 14,
  data: roomy,
  backups: roomy,
  oneDisk: false,
};

test.each<[string, Partial<BackupState>, BackupTrouble[]]>([
  ['a fresh one, and room', {}, []],
  ['the night after the last has just failed', { unprotected: 36 * hour }, []],
  ['36 hours and a second', { unprotected: 36 * hour + 1 }, ['old']],
  ['none on the first day', { last: null, kept: 0, backups: null, unprotected: 12 * hour }, []],
  ['none on the second day', { last: null, kept: 0, backups: null, unprotected: 37 * hour }, ['none']],
  ['less than 5 GB left of a large disk', { data: { freeBytes: 4.9e9, totalBytes: 500e9 } }, ['data-low']],
  ['less than a tenth left of a small one', { data: { freeBytes: 1.9e9, totalBytes: 20e9 } }, ['data-low']],
  ['more than a tenth left of a small one', { data: { freeBytes: 2.1e9, totalBytes: 20e9 } }, []],
  ['less than 1 GB left of a tiny one', { data: { freeBytes: 0.9e9, totalBytes: 2e9 } }, ['data-low']],
  ['the second disk full', { backups: { freeBytes: 0, totalBytes: 20e9 } }, ['backups-low']],
  [
    'one disk, and it is full: said once',
    { data: { freeBytes: 0, totalBytes: 20e9 }, backups: { freeBytes: 0, totalBytes: 20e9 }, oneDisk: true },
    ['data-low'],
  ],
  [
    'everything: the worst first',
    {
      unprotected: 100 * hour,
      data: { freeBytes: 0, totalBytes: 1e9 },
      backups: { freeBytes: 0, totalBytes: 1e9 },
    },
    ['old', 'data-low', 'backups-low'],
  ],
])('%s', (_, change, expected) => {
  expect(backupTroubles({ ...well, ...change })).toEqual(expected);
});
