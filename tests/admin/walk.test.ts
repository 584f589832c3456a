import { expect, test } from 'vitest';
import { walkOf } from '../../admin/screens/walk/wings.ts';
import type { CaseRow } from '../../admin/store/submission.ts';

const row = (number: number, wing: string | null, change: Partial<CaseRow> = {}): CaseRow => ({
  number,
  prison: null,
  kind: 'food',
  problem: 'too-little',
  state: 'triage',
  owner: 'officer-in-charge',
  unit: null,
  usualUnit: 'kitchen',
  wing,
  receivedOn: '2026-03-02',
  dueOn: '2026-03-11',
  overdue: false,
  many: 'me',
  hasText: false,
  hasVoice: false,
  aboutOfficer: false,
  nameless: wing === null,
  reopened: 0,
  risen: null,
  replyPending: false,
  version: 0,
  language: 'sw',
  ...change,
});

test('a page for each wing, in order, what has no wing last; who says the same in one line; nothing about an officer, nothing just answered', () => {
  const walk = walkOf([
    row(1, 'Wing B'),
    row(2, null),
    row(3, 'Wing A'),
    row(4, 'Wing A', { aboutOfficer: true }),
    row(5, 'Wing C', { replyPending: true }),
    row(6, 'Wing B', { problem: 'dirty' }),
    row(7, 'Wing B'),
  ]);
  const numbers = walk.sheets.map(({ wing, matters }) => [
    wing,
    matters.map(all => all.map(one => one.number)),
  ]);
  expect(numbers).toEqual([
    ['Wing A', [[3]]],
    ['Wing B', [[1, 7], [6]]],
    [null, [[2]]],
  ]);
  expect(walk.leftOut).toBe(1);
});
