import { isWorkingDay } from '../../shared/rulebook/working-days.ts';
import type { Random } from './random.ts';

/** When people act: officers in office hours, prisoners in the hours in which the kiosks stand open. */
export interface Calendar {
  readonly zone: string;
  readonly today: Temporal.PlainDate;
  /** Nothing in the demonstration happens later. */
  readonly now: Temporal.Instant;
}

export function makeCalendar(now: Temporal.Instant, zone: string): Calendar {
  return { zone, now, today: now.toZonedDateTimeISO(zone).toPlainDate() };
}

const office = { opens: 8 * 3600, closes: 16.5 * 3600 } as const;
/** Six hours a day, morning and afternoon, in seconds from midnight. */
const kioskHours = [
  { opens: 7.5 * 3600, closes: 10.5 * 3600 },
  { opens: 13 * 3600, closes: 16 * 3600 },
] as const;
const noHolidays: ReadonlySet<string> = new Set();

/** A year's holidays are worked out anew for each question, and the same days are asked for hundreds of times. */
const known = new Map<string, boolean>();

function isOfficeDay(day: Temporal.PlainDate): boolean {
  const key = day.toString();
  const working = known.get(key) ?? isWorkingDay(day, noHolidays);
  known.set(key, working);
  return working;
}

/** `seconds` after midnight of a day; Nairobi has no summer time, but another zone may. */
export function instantAt(day: Temporal.PlainDate, seconds: number, zone: string): Temporal.Instant {
  return day
    .toZonedDateTime({ timeZone: zone, plainTime: '00:00' })
    .add({ milliseconds: Math.round(seconds * 1000) })
    .toInstant();
}

const secondOfDay = (time: Temporal.PlainTime): number =>
  time.hour * 3600 + time.minute * 60 + time.second + time.millisecond / 1000;

/** The moment that lies `hours` of office time after `from`. */
export function officeAfter(from: Temporal.Instant, hours: number, zone: string): Temporal.Instant {
  const here = from.toZonedDateTimeISO(zone);
  let day = here.toPlainDate();
  let begin = Math.max(office.opens, secondOfDay(here.toPlainTime()));
  for (let left = hours * 3600; ; ) {
    const free = isOfficeDay(day) ? Math.max(0, office.closes - begin) : 0;
    if (left < free) return instantAt(day, begin + left, zone);
    left -= free;
    day = day.add({ days: 1 });
    begin = office.opens;
  }
}

/** Some moment of a day at which the kiosks stand open. */
export function visitOn(day: Temporal.PlainDate, random: Random, zone: string): Temporal.Instant {
  const { opens, closes } = random.pick(kioskHours);
  return instantAt(day, opens + random.next() * (closes - opens), zone);
}

/** A visit to the kiosk `days` days after `from`. */
export function visitAfter(
  from: Temporal.Instant,
  days: number,
  random: Random,
  zone: string,
): Temporal.Instant {
  return visitOn(from.toZonedDateTimeISO(zone).toPlainDate().add({ days }), random, zone);
}

/** The working day that lies `count` working days before a day. */
export function workingDayBefore(day: Temporal.PlainDate, count: number): Temporal.PlainDate {
  let found = day;
  for (let left = count; left > 0; ) {
    found = found.subtract({ days: 1 });
    if (isOfficeDay(found)) left -= 1;
  }
  return found;
}

/** A visit some time in the `hours` before now. */
export function visitWithin(calendar: Calendar, hours: number, random: Random): Temporal.Instant {
  const { now, zone, today } = calendar;
  const earliest = now.subtract({ hours });
  const days = Math.ceil(hours / 24);
  for (;;) {
    const visit = visitOn(today.subtract({ days: random.between(0, days) }), random, zone);
    const inTime = Temporal.Instant.compare(visit, now) < 0 && Temporal.Instant.compare(visit, earliest) > 0;
    if (inTime) return visit;
  }
}
