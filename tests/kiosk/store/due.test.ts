import { expect, test } from 'vitest';
import { dueOn } from '../../../kiosk/store/due.ts';
import type { KioskSettings } from '../../../shared/kiosk/schema.ts';

const settings = {
  prison: { id: 'p', name: 'P', zone: 'Africa/Nairobi', demonstration: true },
  answerDays: { days: 7, confirmed: false },
  holidays: [],
} as unknown as KioskSettings;

test.each<[string, string, Partial<KioskSettings>, string]>([
  ['a Monday morning: seven working days on', '2026-03-02T07:00:00Z', {}, '2026-03-11'],
  ['past midnight in Nairobi it is already Tuesday', '2026-03-02T21:30:00Z', {}, '2026-03-12'],
  ['with a fraction of a millisecond', '2026-03-02T07:00:00.5Z', {}, '2026-03-11'],
  [
    'a day that the prison entered does not count',
    '2026-03-02T07:00:00Z',
    { holidays: ['2026-03-05'] },
    '2026-03-12',
  ],
  [
    'a kiosk set up with another number of days',
    '2026-03-02T07:00:00Z',
    { answerDays: { days: 1, confirmed: true } },
    '2026-03-03',
  ],
])('%s', (_, made, change, due) => {
  expect(dueOn({ ...settings, ...change }, Date.parse(made) + 0.25, null)).toBe(due);
});

test('a kind with its own number of days goes by that', () => {
  expect(dueOn(settings, Date.parse('2026-03-02T07:00:00Z'), 3)).toBe('2026-03-05');
});
