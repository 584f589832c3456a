import { expect, test } from 'vitest';
import type { OutboxItem } from '../../../kiosk/store/outbox-database.ts';
import { isDue } from '../../../kiosk/sync/outbox.ts';

const wall = Date.UTC(2026, 2, 2, 7);
const hour = 3_600_000;
const waiting: OutboxItem = {
  id: 'i',
  kiosk: 'k',
  sequence: 1,
  version: 1,
  body: '',
  hash: '',
  madeAt: '',
  state: 'waiting',
  attempts: 0,
  nextTry: 0,
};

test.each<[string, Partial<OutboxItem>, boolean]>([
  ['never tried', {}, true],
  ['its wait is over', { nextTry: wall }, true],
  ['it waits one more second', { nextTry: wall + 1_000 }, false],
  ['it waits as long as a server may ask', { nextTry: wall + hour }, false],
  ['its wait was written by a clock that has since been set back', { nextTry: wall + 3 * hour }, true],
  ['refused an hour ago', { state: 'quarantined', nextTry: wall + 23 * hour }, false],
  ['refused yesterday', { state: 'quarantined', nextTry: wall - 1 }, true],
  ['refused, and the clock was set back since', { state: 'quarantined', nextTry: wall + 25 * hour }, true],
])('%s', (_, change, due) => {
  expect(isDue({ ...waiting, ...change }, wall)).toBe(due);
});
