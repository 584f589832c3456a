import { zoneOfDuty } from '../store/session.ts';
import { serverNow } from '../store/time.ts';
import { language, t } from './words.ts';

/** Day before month, 24 hours: what is read in Kenya, whatever this machine is set to. */
const locales = { en: 'en-GB', sw: 'sw-KE' } as const;

const formats = new Map<string, Intl.DateTimeFormat>();
function format(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const locale = locales[language.get()];
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, known);
  return known;
}

/** Noon in UTC is the same day in every zone a day is written in. */
function noon(day: string): number {
  return Temporal.Instant.from(`${day}T12:00:00Z`).epochMilliseconds;
}

/** The months' short names, in their order. The browser's own would take it 20 ms to look up when the list is opened. */
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;

function yearOf(day: string, today: string): { year?: 'numeric' } {
  return day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' };
}

/** The prison's day, by the server's clock, as `YYYY-MM-DD`. */
export function todayInPrison(): string {
  return serverNow().toZonedDateTimeISO(zoneOfDuty()).toPlainDate().toString();
}

/** Days from one `YYYY-MM-DD` to another; negative if the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;
}

/** A day `days` after another. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** `24 Nov`, with the year if it is not this one. */
export function shortDay(day: string, today = todayInPrison()): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  const name = t(`month.${months[month - 1] ?? 'jan'}`);
  return yearOf(day, today).year ? `${number} ${name} ${year}` : `${number} ${name}`;
}

/** `Monday 24 November`, with the year if it is not this one. */
export function longDay(day: string, today = todayInPrison()): string {
  const options = { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' } as const;
  // Some languages and lengths have a comma after the weekday, others none; here none has.
  return format({ ...options, ...yearOf(day, today) })
    .format(noon(day))
    .replace(',', '');
}

/** The day an instant falls on in the prison, wherever the panel is opened. */
export function dayOf(instant: string): string {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(zoneOfDuty()).toPlainDate().toString();
}

/** `14:05` in the prison. */
export function clockTime(instant: string): string {
  const options = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: zoneOfDuty() } as const;
  return format(options).format(Temporal.Instant.from(instant).epochMilliseconds);
}

/** `24 Nov, 14:05`; a day alone, where the hour is kept back, stands alone. */
export function moment(at: string): string {
  return at.length === 10 ? shortDay(at) : `${shortDay(dayOf(at))}, ${clockTime(at)}`;
}

const steps = [
  { unit: 'day', seconds: 86_400 },
  { unit: 'hour', seconds: 3_600 },
  { unit: 'minute', seconds: 60 },
] as const;

/** `5 minutes ago`; under a minute counts as now. */
export function ago(instant: string): string {
  const seconds = Math.round(
    (Temporal.Instant.from(instant).epochMilliseconds - serverNow().epochMilliseconds) / 1000,
  );
  const words = new Intl.RelativeTimeFormat(locales[language.get()], { numeric: 'auto' });
  const step = steps.find(({ seconds: size }) => Math.abs(seconds) >= size);
  return step ? words.format(Math.trunc(seconds / step.seconds), step.unit) : words.format(0, 'second');
}
