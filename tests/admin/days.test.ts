import { expect, test } from 'vitest';
import { shortDay } from '../../admin/i18n/days.ts';
import en from '../../locales/en/panel.json';
import sw from '../../locales/sw/panel.json';

const days = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-24`);
const noon = (day: string) => Date.parse(`${day}T12:00:00Z`);

test.each([
  ['en-GB', en.month],
  ['sw-KE', sw.month],
])('the short months of %s are those that are written there', (locale, months) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone: 'UTC' });
  expect(Object.values(months)).toEqual(days.map(day => format.format(noon(day))));
});

test('a short day is a day and its month, with the year if it is not this one', () => {
  expect(shortDay('2026-09-03', '2026-11-22')).toBe('3 Sept');
  expect(shortDay('2025-09-03', '2026-11-22')).toBe('3 Sept 2025');
});
