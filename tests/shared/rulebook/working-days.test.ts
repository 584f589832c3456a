import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDay, easter, isWorkingDay, publicHolidays } from '../../../shared/rulebook/working-days.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const none: ReadonlySet<string> = new Set();

describe('working days', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2038, '2038-04-25'],
    [2285, '2285-03-22'],
  ])('Easter of %i is on %s', (year, date) => {
    expect(easter(year).toString()).toBe(date);
  });
  it('Easter is a Sunday from 22 March to 25 April, in every year', () => {
    for (let year = 1963; year <= 2400; year += 1) {
      const sunday = easter(year);
      expect(sunday.dayOfWeek).toBe(7);
      const monthDay = sunday.toString().slice(5);
      expect(monthDay >= '03-22' && monthDay <= '04-25').toBe(true);
    }
  });
  it('a holiday on a Sunday moves to the Monday; Christmas on a Sunday moves past Boxing Day', () => {
    expect(publicHolidays(2025)).toContain('2025-06-02');
    expect(publicHolidays(2022)).toEqual(expect.arrayContaining(['2022-12-26', '2022-12-27']));
  });
  it.each([
    ['over a weekend', '2026-03-06', 1, '2026-03-09'],
    ['over Easter 2026', '2026-04-02', 1, '2026-04-07'],
    ['over Christmas 2026', '2026-12-24', 2, '2026-12-29'],
    ['seven days from a Monday', '2026-03-02', 7, '2026-03-11'],
    ['none', '2026-03-07', 0, '2026-03-07'],
  ])('a deadline %s', (_name, from, days, due) => {
    expect(dueDay(day(from), days, none).toString()).toBe(due);
  });
  it('a gazetted day is free', () => {
    expect(dueDay(day('2026-03-18'), 2, new Set(['2026-03-20'])).toString()).toBe('2026-03-23');
  });
  it('a deadline falls on a working day, and exactly so many lie between', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map(days => day('2000-01-01').add({ days }));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (from, days) => {
        const due = dueDay(from, days, none);
        let counted = 0;
        for (
          let at = from.add({ days: 1 });
          Temporal.PlainDate.compare(at, due) <= 0;
          at = at.add({ days: 1 })
        )
          if (isWorkingDay(at, none)) counted += 1;
        expect([counted, isWorkingDay(due, none)]).toEqual([days, true]);
      }),
      { numRuns: 300 },
    );
  });
});
