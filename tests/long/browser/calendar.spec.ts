import { languages } from '../../../shared/language/languages.ts';
import { expect, test } from '../../helpers/browser.ts';
import { kioskWords } from '../../helpers/texts.ts';
import { serveCalendar } from '../../kiosk/engine-page/build.ts';
import { calendarNames } from './calendar-names.ts';

/** The 10th of each month of 2026, and the seven days from Monday 2 November on. */
const months = Array.from({ length: 12 }, (_, at) => `2026-${String(at + 1).padStart(2, '0')}-10`);
const week = Array.from({ length: 7 }, (_, at) => `2026-11-0${at + 2}`);
const counts = [0, 1, 2, 11];

test('the table is what CLDR says, which this Node has whole', () => {
  for (const language of languages) {
    const say = (options: Intl.DateTimeFormatOptions) => (day: string) =>
      new Intl.DateTimeFormat(`${language}-KE`, { ...options, timeZone: 'UTC' }).format(
        Temporal.Instant.from(`${day}T12:00Z`).epochMilliseconds,
      );
    expect(calendarNames[language], language).toEqual([
      week.map(say({ weekday: 'long' })).join(', '),
      months.map(say({ month: 'long' })).join(', '),
    ]);
  }
});

test('days, months and numbers of all twelve languages come out right in this browser', async ({
  server,
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await browser.open();
  await page.goto(await serveCalendar(browser.context, server.origin));
  await page.waitForFunction(() => 'sayIn' in globalThis);
  for (const language of languages) {
    const [weekdayList, monthList] = calendarNames[language];
    const weekdays = weekdayList.split(', ');
    const names = monthList.split(', ');
    const said = await page.evaluate(([code, days, numbers]) => globalThis.sayIn(code, days, numbers), [
      language,
      [...months, ...week],
      counts,
    ] as const);
    expect(said.dates.slice(0, 12), language).toEqual(names.map(name => `10 ${name} 2026`));
    expect(said.days.slice(12), language).toEqual(
      weekdays.map((name, at) => `${name} ${at + 2} ${names[10]}`),
    );
    const { kept_one, kept_other } = kioskWords(language).status;
    expect(said.kept, language).toEqual(
      counts.map(count => (count === 1 ? kept_one : kept_other).replace('{{count}}', String(count))),
    );
    expect(said.money, language).toContain('1,234.56');
  }
});
