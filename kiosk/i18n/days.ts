import type { Say } from './words.ts';

type Weekday = '1' | '2' | '3' | '4' | '5' | '6' | '7';
type Month = Weekday | '8' | '9' | '10' | '11' | '12';

/** A day's name as people say it, without a date. Names come from `locales/`: browsers lack most of ours. */
export function sayWeekday(say: Say, day: Temporal.PlainDate): string {
  return say(`calendar.weekday.${String(day.dayOfWeek) as Weekday}`);
}

/** `Monday 17 November`, with the year only when it is not this year's. `today` is a `YYYY-MM-DD`, if known. */
export function sayDay(say: Say, isoDay: string, today?: string): string {
  const day = Temporal.PlainDate.from(isoDay);
  const parts = {
    weekday: sayWeekday(say, day),
    day: String(day.day),
    month: say(`calendar.month.${String(day.month) as Month}`),
    year: String(day.year),
  };
  const sameYear = today === undefined || today.slice(0, 4) === isoDay.slice(0, 4);
  return sameYear ? say('calendar.day', parts) : say('calendar.dayOfYear', parts);
}

/** `31 January 2028`: a day far off, of which nobody needs the weekday. */
export function sayDate(say: Say, isoDay: string): string {
  const day = Temporal.PlainDate.from(isoDay);
  return say('calendar.date', {
    day: String(day.day),
    month: say(`calendar.month.${String(day.month) as Month}`),
    year: String(day.year),
  });
}

/** The weekday alone within the last six days ("Tuesday"), else the whole date: a bare weekday would mislead. */
export function sayRecentDay(say: Say, isoDay: string, today: string): string {
  const day = Temporal.PlainDate.from(isoDay);
  const ago = day.until(Temporal.PlainDate.from(today)).days;
  return ago >= 0 && ago < 7 ? sayWeekday(say, day) : sayDay(say, isoDay, today);
}

/** The day of an instant (ISO 8601) in the prison's zone, `YYYY-MM-DD`. */
export function dayIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The hour of an instant in the prison's zone, `14:05`. */
export function timeIn(zone: string, instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainTime().toString({
    smallestUnit: 'minute',
  });
}

/** Since when, for the reader of today: the hour alone, or day and hour if it was before today. */
export function sayMoment(say: Say, instant: string, zone: string, today: string): string {
  const day = dayIn(zone, instant);
  const time = timeIn(zone, instant);
  return day === today ? time : say('calendar.atTime', { day: sayRecentDay(say, day, today), time });
}
