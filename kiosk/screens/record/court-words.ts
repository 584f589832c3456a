import type { SentenceView } from '../../../shared/sentence/view.ts';
import { sayDate } from '../../i18n/days.ts';
import type { Say } from '../../i18n/words.ts';

/** The next day in court; of one that has passed that nothing came after it. */
export function courtDayWords(say: Say, courtDay: SentenceView['courtDay'], today: string): string {
  if (courtDay === null) return say('meant.courtNone');
  const day = sayDate(say, courtDay.on);
  return courtDay.on < today
    ? say('meant.courtPast', { day })
    : say('meant.courtOn', { day, court: courtDay.court });
}

/** How many days are left to enter an appeal, today among them only if it is the last; null once it is over. */
export function appealLeftWords(say: Say, until: string | null, today: string): string | null {
  if (until === null) return null;
  const { days } = Temporal.PlainDate.from(today).until(until);
  return say('meant.appealLeft', { count: days, day: sayDate(say, until) });
}

/** What "I think this is wrong" carries of the day in court, the frozen words apart. */
export function courtDayAsked(courtDay: SentenceView['courtDay']) {
  return {
    problem: 'court-day',
    page: 'release',
    line: 'court-day',
    figures: courtDay ? { on: courtDay.on, court: courtDay.court } : {},
  } as const;
}
