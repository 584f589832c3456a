import { expect, test } from 'vitest';
import { addDays, daysBetween, longDay, moment, shortDay } from '../../admin/i18n/days.ts';
import { actorWords, dueKind, dueWords, holderWords, matterWords } from '../../admin/i18n/labels.ts';
import { choosableDays } from '../../admin/screens/submission/day-field.tsx';
import { groupRows } from '../../admin/screens/submission/groups.ts';
import { type Me, session } from '../../admin/store/session.ts';
import type { CaseRow } from '../../admin/store/submission.ts';

const today = '2026-11-21';

test.each([
  ['2026-11-18', true, '3 days late', 'overdue'],
  ['2026-11-20', true, '1 day late', 'overdue'],
  ['2026-11-21', false, 'Due today', 'today'],
  ['2026-11-22', false, 'Due tomorrow', 'soon'],
  ['2026-11-24', false, 'In 3 days', 'soon'],
  ['2026-11-25', false, 'In 4 days', 'later'],
  ['2027-01-05', false, 'By 5 Jan 2027', 'later'],
  // The server's word counts, should this machine's day not have changed yet.
  ['2026-11-21', true, '1 day late', 'overdue'],
])('due %s, overdue %s: %s', (dueOn, overdue, words, kind) => {
  expect(dueWords(dueOn, overdue, today)).toBe(words);
  expect(dueKind(dueOn, overdue, today)).toBe(kind);
});

test('rows stand under the day they are due, in the order of the server', () => {
  const row = (number: number, dueOn: string, overdue = false) =>
    ({ row: { number, dueOn, overdue } as CaseRow, gone: false }) as const;
  const groups = groupRows(
    [
      row(4, '2026-11-18', true),
      row(9, '2026-11-19', true),
      row(2, today),
      row(7, '2026-11-28'),
      row(1, '2026-11-29'),
    ],
    today,
  );
  expect(groups.map(({ name, rows }) => [name, rows.map(shown => shown.row.number)])).toEqual([
    ['overdue', [4, 9]],
    ['today', [2]],
    ['week', [7]],
    ['later', [1]],
  ]);
});

test('days and instants are written the way they are read in Kenya', () => {
  expect(longDay('2026-11-24', today)).toBe('Tuesday 24 November');
  expect(longDay('2027-01-05', today)).toBe('Tuesday 5 January 2027');
  expect(shortDay('2026-03-04', today)).toBe('4 Mar');
  // 22:30 in UTC is the next day in Nairobi, whatever this machine is set to.
  session.set({ phase: 'signed-in', me: { zone: 'Africa/Nairobi' } as Me });
  expect(moment('2026-06-20T22:30:00.000Z')).toMatch(/^21 Jun.*, 01:30$/);
  expect(moment('2026-06-20')).toMatch(/^20 Jun/);
});

test('days are counted over the ends of months and years', () => {
  expect(daysBetween('2026-02-27', '2026-03-01')).toBe(2);
  expect(daysBetween('2026-03-01', '2026-02-27')).toBe(-2);
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('the nearest days can be chosen, and one that was chosen before is not lost', () => {
  expect(choosableDays({ receivedOn: '2026-11-01', today }, true, '')[1]).toBe('2026-11-20');
  expect(choosableDays({ receivedOn: '2026-11-20', today }, true, '')).toEqual([today, '2026-11-20']);
  expect(choosableDays({ receivedOn: '2026-11-01', today }, false, '').at(-1)).toBe('2027-03-21');
  expect(choosableDays({ receivedOn: '2026-11-01', today }, false, '')[1]).toBe('2026-11-22');
  expect(choosableDays({ receivedOn: '2026-11-01', today }, false, '2027-12-01')[0]).toBe('2027-12-01');
  expect(
    choosableDays({ receivedOn: '2026-11-01', today }, false, today).filter(day => day === today),
  ).toHaveLength(1);
});

test('what is complained of, who has it and who did it are words, never names of the code', () => {
  expect(matterWords('food', 'too-little')).toBe('Food: too little');
  expect(matterWords('bedding', 'other')).toBe('Bedding: something else');
  expect(matterWords('food', 'from-the-future')).toBe('Food: from-the-future');
  expect(holderWords('unit', 'kitchen')).toBe('Kitchen');
  expect(holderWords('headquarters', 'kitchen')).toBe('Headquarters');
  expect([
    actorWords('system'),
    actorWords('prisoner'),
    actorWords('deputy'),
    actorWords('A. Otieno'),
  ]).toEqual(['the server', 'the prisoner', 'Deputy', 'A. Otieno']);
});
