import type { Convention, Sentence, SentenceRefusal, Step } from './case.ts';
import { daysInclusive, lastDay, oneMonthServed, sum } from './counting.ts';

/** Sentences that run one after another, counted once from the first start. */
export interface Chain {
  readonly sentences: readonly Sentence[];
  readonly start: Temporal.PlainDate;
  readonly latest: Temporal.PlainDate;
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
 * rounded down; its days are those that it takes up in its chain.
 */
export function countChain(convention: Convention, sentences: readonly Sentence[]): Chain | SentenceRefusal {
  const [first] = sentences;
  if (!first) return 'no-sentence';
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
  let paidDays = 0;
  for (const [index, sentence] of sentences.entries()) {
    const before = lastDayOf(convention, start, sentences, index);
    if (
      index > 0 &&
      Temporal.PlainDate.compare(Temporal.PlainDate.from(sentence.date), before.add({ days: 1 })) > 0
    )
      return 'consecutive-after-end';
    if (sentence.kind !== 'fine-default' || sentence.paidCents === 0) continue;
    const days = daysInclusive(before.add({ days: 1 }), lastDayOf(convention, start, sentences, index + 1));
    const less = shareOf(days, sentence.paidCents, sentence.fineCents);
    paidDays += less;
    steps.push({
      key: 'fine-paid',
      id: sentence.id,
      days,
      paidCents: sentence.paidCents,
      fineCents: sentence.fineCents,
      less,
    });
  }
  const latest = lastDayOf(convention, start, sentences, sentences.length).subtract({ days: paidDays });
  const earns = Temporal.PlainDate.compare(latest, oneMonthServed(convention, start)) > 0;
  return { sentences, start, latest, earns, steps };
}

/** floor(days × paid ÷ fine), in integers of any size. */
function shareOf(days: number, paid: number, fine: number): number {
  return Number((BigInt(days) * BigInt(paid)) / BigInt(fine));
}
