import type { Convention, Sentence, SentenceRefusal, Step } from './case.ts';
import { daysInclusive, lastDay, later, oneMonthServed, sum } from './counting.ts';

/** Sentences that run one after another, counted once from the first start. */
export interface Chain {
  readonly sentences: readonly Sentence[];
  readonly start: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
  /**
   * Up to which day nothing is missing: the latest, or the day before the last sentence was passed if custody
   * before it covered the whole term.
   */
  readonly coveredTo: Temporal.PlainDate;
  /** Longer than one month, so that remission can be earned at all. */
  readonly earns: boolean;
  readonly steps: readonly Step[];
}

/**
 * The chains of a case: from each sentence that runs from its own date to each that nothing follows. Two that
 * follow the same one run side by side and make two chains.
 */
export function chainsOf(sentences: readonly Sentence[]): readonly (readonly Sentence[])[] {
  const followers = (id: string) => sentences.filter(sentence => sentence.consecutiveTo === id);
  const paths = (path: readonly Sentence[], last: Sentence): (readonly Sentence[])[] => {
    const next = followers(last.id);
    return next.length === 0 ? [path] : next.flatMap(sentence => paths([...path, sentence], sentence));
  };
  return sentences
    .filter(sentence => sentence.consecutiveTo === null)
    .flatMap(first => paths([first], first));
}

/** What is wrong with how the sentences follow one another, or null. */
export function wrongOrder(sentences: readonly Sentence[]): SentenceRefusal | null {
  const byId = new Map(sentences.map(sentence => [sentence.id, sentence]));
  if (byId.size !== sentences.length) return 'duplicate-id';
  for (const sentence of sentences) {
    if (sentence.consecutiveTo === null) continue;
    const before = byId.get(sentence.consecutiveTo);
    if (!before) return 'unknown-consecutive';
    if (before === sentence || runsIntoItself(sentence, byId)) return 'consecutive-to-itself';
    // A court can only add to a sentence that exists.
    if (before.date > sentence.date) return 'consecutive-to-later';
  }
  return null;
}

function runsIntoItself(from: Sentence, byId: ReadonlyMap<string, Sentence>): boolean {
  const seen = new Set<string>();
  for (
    let at: Sentence | undefined = from;
    at;
    at = at.consecutiveTo === null ? undefined : byId.get(at.consecutiveTo)
  ) {
    if (seen.has(at.id)) return true;
    seen.add(at.id);
  }
  return false;
}

/** The last day of the chain's first `count` sentences, before fines. */
function lastDayOf(
  convention: Convention,
  start: Temporal.PlainDate,
  sentences: readonly Sentence[],
  count: number,
) {
  return lastDay(convention, start, sum(sentences.slice(0, count)));
}

/**
 * Counts one chain. A term in default of a fine is shortened by the share that was paid of it, in whole days,
 * rounded down; its days are those that it takes up in its chain. `awayDays`, at large or on bail, hold a term up:
 * one that follows may have been passed so much later.
 */
export function countChain(
  convention: Convention,
  sentences: readonly Sentence[],
  awayDays: number,
): Chain | SentenceRefusal {
  const [first] = sentences;
  const last = sentences.at(-1);
  if (!first || !last) return 'no-sentence';
  const late = passedTooLate(convention, sentences, awayDays);
  if (late) return late;
  const custody = sentences.reduce((days, sentence) => days + sentence.custodyDays, 0);
  const start = Temporal.PlainDate.from(first.date).subtract({ days: custody });
  const steps: Step[] = sentences.map(({ id, date, years, months, days }) => ({
    key: 'term',
    id,
    date,
    years,
    months,
    days,
  }));
  if (sentences.length > 1) steps.push({ key: 'chain', ...sum(sentences), count: sentences.length });
  if (custody > 0) steps.push({ key: 'custody', days: custody, start: start.toString() });
  const paid = paidSteps(convention, start, sentences);
  const less = paid.reduce((days, step) => days + step.less, 0);
  const latest = lastDayOf(convention, start, sentences, sentences.length).subtract({ days: less });
  const coveredTo = later(latest, Temporal.PlainDate.from(last.date).subtract({ days: 1 }));
  const earns = Temporal.PlainDate.compare(latest, oneMonthServed(convention, start)) > 0;
  return { sentences, start, latest, coveredTo, earns, steps: [...steps, ...paid] };
}

/**
 * Whether a day went by between those before and the day on which the last was passed: its days would then count
 * from before its own sentence. Those before are counted as they stood, without the custody that belongs to it.
 */
function passedTooLate(
  convention: Convention,
  sentences: readonly Sentence[],
  awayDays: number,
): SentenceRefusal | null {
  const [previous, last] = sentences.slice(-2);
  if (!previous || !last) return null;
  const others = sentences.slice(0, -1);
  // Passed on one day, nothing can lie between them: not counted, because most chains are made so.
  if (previous.date === last.date) return passedTooLate(convention, others, awayDays);
  const before = countChain(convention, others, awayDays);
  if (typeof before === 'string') return before;
  const lastChance = before.coveredTo.add({ days: awayDays + 1 });
  const passed = Temporal.PlainDate.from(last.date);
  return Temporal.PlainDate.compare(passed, lastChance) > 0 ? 'consecutive-after-end' : null;
}

/** What was paid of each fine, and the days of its term that this takes off. */
function paidSteps(convention: Convention, start: Temporal.PlainDate, sentences: readonly Sentence[]) {
  return sentences.flatMap(({ id, kind, paidCents, fineCents }, index) => {
    if (kind !== 'fine-default' || paidCents === 0) return [];
    const from = lastDayOf(convention, start, sentences, index).add({ days: 1 });
    const days = daysInclusive(from, lastDayOf(convention, start, sentences, index + 1));
    const less = shareOf(days, paidCents, fineCents);
    return [{ key: 'fine-paid', id, days, paidCents, fineCents, less } as const];
  });
}

/** floor(days × paid ÷ fine), in integers of any size. */
function shareOf(days: number, paid: number, fine: number): number {
  return Number((BigInt(days) * BigInt(paid)) / BigInt(fine));
}
