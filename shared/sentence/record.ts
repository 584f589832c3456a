import { linesOfKind } from '../prisoner/lines.ts';
import type { Convention, SentenceCase } from './case.ts';
import { daysInclusive } from './counting.ts';
import type { SentenceEntry, SentenceLineKind } from './entry.ts';

/** The lines of one kind, in their order. */
export function linesOf<K extends SentenceLineKind>(entries: readonly SentenceEntry[], kind: K) {
  return linesOfKind<SentenceEntry, K>(entries, kind);
}

interface Span {
  readonly from: string;
  readonly to: string;
}

/** Days that lie in any of the spans, each counted once however many spans hold it. */
export function daysCovered(spans: readonly Span[]): number {
  let counted = 0;
  let reached: string | null = null;
  for (const { from, to } of spans.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))) {
    const begin: string = reached !== null && reached >= from ? dayAfter(reached) : from;
    if (begin > to) continue;
    counted += daysInclusive(Temporal.PlainDate.from(begin), Temporal.PlainDate.from(to));
    reached = to;
  }
  return counted;
}

const dayAfter = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const daysIn = (lines: readonly { readonly content: { readonly days: number } }[]) =>
  lines.reduce((total, { content }) => total + content.days, 0);

/**
 * What remission is counted from, out of the lines that stand (reversed ones left out by the caller). Separate
 * cell as a punishment earns nothing for its days; one without an end is counted up to `today`.
 */
export function caseOf(
  entries: readonly SentenceEntry[],
  convention: Convention,
  today: string,
): SentenceCase {
  const paid = linesOf(entries, 'fine-paid');
  const cells = linesOf(entries, 'punishment')
    .filter(({ content }) => content.lost === 'separate-cell' && content.from <= today)
    .map(({ content }) => ({ from: content.from, to: content.to ?? today }));
  return {
    convention,
    sentences: linesOf(entries, 'sentence').map(({ id, content }) => ({
      id,
      date: content.date,
      years: content.years,
      months: content.months,
      days: content.days,
      consecutiveTo: content.consecutiveTo,
      kind: content.kind,
      custodyDays: content.custodyDays,
      fineCents: content.fineCents,
      paidCents: paid
        .filter(line => line.content.sentence === id)
        .reduce((total, line) => total + line.content.cents, 0),
    })),
    nonEarningDays: daysCovered([...linesOf(entries, 'non-earning').map(line => line.content), ...cells]),
    forfeitedDays: daysIn(linesOf(entries, 'forfeiture')),
    restoredDays: daysIn(linesOf(entries, 'restoration')),
    extraDays: daysIn(linesOf(entries, 'extra')),
    daysAtLarge: daysCovered(linesOf(entries, 'at-large').map(line => line.content)),
    bailDays: daysCovered(linesOf(entries, 'bail').map(line => line.content)),
    deprived: linesOf(entries, 'deprivation').length > 0,
  };
}

/** A sentence is long if it is over six months in all (rule 2). */
export function isLong({ sentences }: SentenceCase): boolean {
  const months = sentences.reduce((total, one) => total + 12 * one.years + one.months + one.days / 30, 0);
  return months > 6;
}
