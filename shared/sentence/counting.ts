import type { Convention } from './case.ts';

export type Length = { readonly years: number; readonly months: number; readonly days: number };

const oneMonth: Length = { years: 0, months: 1, days: 0 };
const daysPerMonth = 30;

/**
 * The day after a term that starts on `start`. `calendar`: years and months together, a day that does not exist
 * clamped to the last of its month, then days. `thirty-day-months`: every month is thirty days.
 */
function dayAfter(
  convention: Convention,
  start: Temporal.PlainDate,
  { years, months, days }: Length,
): Temporal.PlainDate {
  if (convention === 'calendar') return start.add({ years, months, days });
  return start.add({ days: daysPerMonth * (12 * years + months) + days });
}

/** The last day of a term; the day of the sentence counts whole. */
export function lastDay(
  convention: Convention,
  start: Temporal.PlainDate,
  length: Length,
): Temporal.PlainDate {
  return dayAfter(convention, start, length).subtract({ days: 1 });
}

/** The last day of a term of one month from the same start: nobody is released before it, none as short earns. */
export function oneMonthServed(convention: Convention, start: Temporal.PlainDate): Temporal.PlainDate {
  return lastDay(convention, start, oneMonth);
}

export const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) >= 0 ? a : b;
export const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(a, b) <= 0 ? a : b;

/** Days from `from` to `to`, both counted; 0 if `to` is the day before `from`. */
export function daysInclusive(from: Temporal.PlainDate, to: Temporal.PlainDate): number {
  return from.until(to, { largestUnit: 'days' }).days + 1;
}

export function sum(lengths: readonly Length[]): Length {
  return lengths.reduce(
    (total, length) => ({
      years: total.years + length.years,
      months: total.months + length.months,
      days: total.days + length.days,
    }),
    { years: 0, months: 0, days: 0 },
  );
}
