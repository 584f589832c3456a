/**
 * Days for deadlines: Monday to Friday without Kenya's public holidays (Public Holidays Act, Cap. 110).
 * Idd-ul-Fitr and other days that are gazetted each year are not computed: the prison enters them.
 */
const oneDay = { days: 1 } as const;

/** Easter Sunday of a year, Gregorian (the anonymous algorithm, as in Meeus, "Astronomical Algorithms", ch. 8). */
export function easter(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

/** Month and day of the holidays that fall on the same date every year. */
const fixed = ['01-01', '05-01', '06-01', '10-10', '10-20', '12-12', '12-25', '12-26'] as const;

/** Asked for every day of every deadline, and the same for ever. */
const known = new Map<number, readonly string[]>();

/** The public holidays of a year that can be computed, as `YYYY-MM-DD`; one on a Sunday moves to the next free day. */
export function publicHolidays(year: number): readonly string[] {
  const found = known.get(year) ?? holidaysOf(year);
  known.set(year, found);
  return found;
}

function holidaysOf(year: number): string[] {
  const sunday = easter(year);
  const days = new Set([sunday.subtract({ days: 2 }).toString(), sunday.add(oneDay).toString()]);
  for (const monthDay of fixed) {
    let day = Temporal.PlainDate.from(`${year}-${monthDay}`);
    while (day.dayOfWeek === 7 || days.has(day.toString())) day = day.add(oneDay);
    days.add(day.toString());
  }
  return [...days].sort();
}

/** Whether people work on this day. `gazetted` are the prison's own entries, `YYYY-MM-DD`. */
export function isWorkingDay(day: Temporal.PlainDate, gazetted: ReadonlySet<string>): boolean {
  if (day.dayOfWeek > 5) return false;
  return !gazetted.has(day.toString()) && !publicHolidays(day.year).includes(day.toString());
}

/** The day by which an answer is due: `workingDays` working days after `day`, `day` itself not counted. */
export function dueDay(
  day: Temporal.PlainDate,
  workingDays: number,
  gazetted: ReadonlySet<string>,
): Temporal.PlainDate {
  let due = day;
  for (let left = workingDays; left > 0; ) {
    due = due.add(oneDay);
    if (isWorkingDay(due, gazetted)) left -= 1;
  }
  return due;
}
