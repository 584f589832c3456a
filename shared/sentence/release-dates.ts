import type { ReleaseResult, SentenceCase, SentenceRefusal, Step } from './case.ts';
import { type Chain, chainsOf, countChain, wrongOrder } from './chains.ts';
import { daysInclusive, earlier, later, oneMonthServed } from './counting.ts';

const refuse = (refusal: SentenceRefusal): ReleaseResult => ({ ok: false, refusal });

/**
 * Rule 97's two dates, with the steps that lead to them. Refuses by name what has no dates (life, death,
 * President's pleasure) and what cannot be right (rule 79: no more remission forfeited than allowed).
 */
export function releaseDates(given: SentenceCase): ReleaseResult {
  const wrong = refusalOf(given);
  if (wrong) return refuse(wrong);
  const chains: Chain[] = [];
  for (const sentences of chainsOf(given.sentences)) {
    const chain = countSafely(given, sentences);
    if (typeof chain === 'string') return refuse(chain);
    chains.push(chain);
  }
  const [first, ...others] = chains.toSorted((a, b) => Temporal.PlainDate.compare(a.start, b.start));
  if (!first) return refuse('no-sentence');
  const { start } = first;
  let { latest, coveredTo } = first;
  for (const chain of others) {
    // Days between two terms are nobody's sentence: such a record holds two admissions, not one.
    if (Temporal.PlainDate.compare(chain.start, coveredTo.add({ days: 1 })) > 0)
      return refuse('gap-between-sentences');
    latest = later(latest, chain.latest);
    coveredTo = later(coveredTo, chain.coveredTo);
  }
  const steps = chains.flatMap(chain => chain.steps);
  if (chains.length > 1)
    steps.push({ key: 'latest-of-terms', latest: latest.toString(), count: chains.length });
  return settle(given, { start, latest, earns: chains.some(chain => chain.earns), steps });
}

/** What refuses a case before anything is counted. */
function refusalOf({ sentences }: SentenceCase): SentenceRefusal | null {
  if (sentences.length === 0) return 'no-sentence';
  for (const kind of ['death', 'life', 'presidents-pleasure'] as const)
    if (sentences.some(sentence => sentence.kind === kind)) return kind;
  for (const sentence of sentences) {
    if (!isDay(sentence.date)) return 'impossible-date';
    if (sentence.years + sentence.months + sentence.days === 0) return 'empty-term';
    if (sentence.kind !== 'fine-default') continue;
    if (sentence.fineCents <= 0) return 'fine-missing';
    if (sentence.paidCents > sentence.fineCents) return 'paid-beyond-fine';
  }
  return wrongOrder(sentences);
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
}

/** A day that four digits of the year can write; nothing else is a date in a record. */
function isWritable({ year }: Temporal.PlainDate): boolean {
  return year >= 0 && year <= 9999;
}

/** A term that leaves the calendar is an impossible date, not an exception. */
function countSafely(given: SentenceCase, sentences: SentenceCase['sentences']): Chain | SentenceRefusal {
  try {
    const chain = countChain(given.convention, sentences, given.daysAtLarge + given.bailDays);
    if (typeof chain === 'string') return chain;
    return isWritable(chain.start) && isWritable(chain.latest) ? chain : 'impossible-date';
  } catch (error) {
    if (error instanceof RangeError) return 'impossible-date';
    throw error;
  }
}

interface Counted {
  readonly start: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
  readonly earns: boolean;
  readonly steps: Step[];
}

/** From the whole term to both dates: remission, what was lost and given, and days that do not count. */
function settle(given: SentenceCase, { start, latest, earns, steps }: Counted): ReleaseResult {
  const totalDays = daysInclusive(start, latest);
  steps.push({ key: 'total', from: start.toString(), to: latest.toString(), days: totalDays });
  const remission = remissionOf(given, totalDays, earns, steps);
  if (given.forfeitedDays > remission) return refuse('forfeiture-beyond-remission');
  for (const [key, days] of [
    ['forfeited', given.forfeitedDays],
    ['restored', given.restoredDays],
    ['extra', given.extraDays],
  ] as const)
    if (days > 0) steps.push({ key, days });
  const left = remission - given.forfeitedDays + given.restoredDays + given.extraDays;
  const early = withinBounds(
    latest.subtract({ days: left }),
    oneMonthServed(given.convention, start),
    latest,
    left,
    steps,
  );
  const moved = movedOn(given, steps);
  const discharge = latest.add({ days: moved });
  if (!isWritable(discharge)) return refuse('impossible-date');
  const dates = { latest: discharge.toString(), earliest: early.add({ days: moved }).toString() };
  if (moved > 0) steps.push({ key: 'moved-on', days: moved, ...dates });
  return {
    ok: true,
    dates: { ...dates, totalDays, remission, lost: given.forfeitedDays - given.restoredDays, left, steps },
  };
}

/** One third, rounded down, of the days that earn; nothing up to one month, nothing if he is deprived of it. */
function remissionOf(given: SentenceCase, totalDays: number, earns: boolean, steps: Step[]): number {
  if (given.deprived) {
    steps.push({ key: 'remission-deprived' });
    return 0;
  }
  if (!earns) {
    steps.push({ key: 'remission-none' });
    return 0;
  }
  if (given.nonEarningDays > 0) steps.push({ key: 'non-earning', days: given.nonEarningDays });
  const earning = Math.max(0, totalDays - given.nonEarningDays);
  const days = Math.floor(earning / 3);
  steps.push({ key: 'remission', earning, days });
  return days;
}

/** Never before one month is served, never after the latest date. */
function withinBounds(
  wanted: Temporal.PlainDate,
  month: Temporal.PlainDate,
  latest: Temporal.PlainDate,
  left: number,
  steps: Step[],
): Temporal.PlainDate {
  steps.push({ key: 'earliest', days: left, date: wanted.toString() });
  const date = earlier(later(wanted, month), latest);
  // A step stands only for what it changed.
  if (Temporal.PlainDate.compare(date, wanted) === 0) return date;
  const short = Temporal.PlainDate.compare(month, latest) > 0;
  steps.push({ key: short ? 'not-after-latest' : 'one-month-served', date: date.toString() });
  return date;
}

/** Days that were not served move both dates on. */
function movedOn({ daysAtLarge, bailDays }: SentenceCase, steps: Step[]): number {
  if (daysAtLarge > 0) steps.push({ key: 'at-large', days: daysAtLarge });
  if (bailDays > 0) steps.push({ key: 'on-bail', days: bailDays });
  return daysAtLarge + bailDays;
}
