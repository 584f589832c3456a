import Type, { type Static } from 'typebox';
import { orNull } from '../prisoner/lines.ts';
import { type RuleEntry, ruleOn } from '../rulebook/value.ts';
import { Id, oneOf, PlainDay } from '../schema.ts';
import { balanceOn, originOf } from './balance.ts';
import { type EarningsRow, rateKeyOf } from './entry.ts';
import { earningsKinds, type Grade, grades } from './kinds.ts';
import { monthFrom, monthOf } from './month.ts';

const Month = Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' });
const Cents = Type.Integer();

export const EarningsLine = Type.Object({
  id: Id,
  kind: oneOf(earningsKinds),
  /** Of a reversal: what it takes back. */
  of: oneOf(earningsKinds),
  onDay: PlainDay,
  grade: orNull(oneOf(grades)),
  days: Type.Integer(),
  rateCents: orNull(Cents),
  amountCents: Cents,
  reason: Type.String(),
  reversed: Type.Boolean(),
});
export type EarningsLine = Static<typeof EarningsLine>;

/** Days of one grade at one rate, and what they come to. */
export const WorkSum = Type.Object({
  grade: oneOf(grades),
  rateCents: Cents,
  days: Type.Integer(),
  cents: Cents,
});
export type WorkSum = Static<typeof WorkSum>;

/** A month as a sum. */
export const MonthSum = Type.Object({
  month: Month,
  work: Type.Array(WorkSum),
  /** Work of earlier months that was taken back in this one. */
  correctedCents: Cents,
  creditedCents: Cents,
  spentCents: Cents,
});
export type MonthSum = Static<typeof MonthSum>;

const Balance = Type.Object({ spendable: Cents, saved: Cents, credited: Cents });

/** Somebody's earnings for his own eyes: sums, never a bare verdict. */
export const EarningsView = Type.Object({
  month: MonthSum,
  balance: Balance,
  share: Type.Object({ value: orNull(Type.String()), confirmed: Type.Boolean() }),
  rates: Type.Array(Type.Object({ grade: oneOf(grades), cents: orNull(Cents), confirmed: Type.Boolean() })),
  /** Newest first. */
  lines: Type.Array(EarningsLine),
  /** The last months, oldest first, this one last. */
  months: Type.Array(Type.Object({ month: Month, creditedCents: Cents, spentCents: Cents })),
});
export type EarningsView = Static<typeof EarningsView>;

/** A month's statement: what was there, what came and went, what is there. */
export const Statement = Type.Object({
  month: MonthSum,
  before: Balance,
  after: Balance,
  /** Oldest first. */
  lines: Type.Array(EarningsLine),
});
export type Statement = Static<typeof Statement>;

export interface EarningsFacts {
  /** Every line in order, reversed ones and reversals among them. */
  readonly rows: readonly EarningsRow[];
  readonly rules: readonly RuleEntry[];
  readonly today: string;
}

const shownLines = 15;
const shownMonths = 6;

function lineOf(rows: readonly EarningsRow[]): (row: EarningsRow) => EarningsLine {
  const undone = new Set(rows.flatMap(row => row.reverses ?? []));
  const origin = originOf(rows);
  return row => {
    const { position: _, reverses: __, ...line } = row;
    return { ...line, of: origin(row).kind, reversed: undone.has(row.id) };
  };
}

function sumsOf(rows: readonly EarningsRow[]): WorkSum[] {
  const sums = new Map<string, WorkSum>();
  for (const { grade, rateCents, days, amountCents } of rows) {
    if (grade === null || rateCents === null) continue;
    const key = `${grade} ${rateCents}`;
    const before = sums.get(key) ?? { grade, rateCents, days: 0, cents: 0 };
    sums.set(key, { ...before, days: before.days + days, cents: before.cents + amountCents });
  }
  return [...sums.values()]
    .filter(({ days }) => days !== 0)
    .toSorted((a, b) => (a.grade < b.grade ? -1 : a.grade > b.grade ? 1 : a.rateCents - b.rateCents));
}

/** A month's sums. What was taken back within the month cancels out; of an earlier month it is a correction. */
export function monthSum(rows: readonly EarningsRow[], month: string): MonthSum {
  const origin = originOf(rows);
  const inMonth = rows.filter(row => monthOf(row.onDay) === month);
  const work = inMonth.filter(row => origin(row).kind === 'work');
  const own = work.filter(row => monthOf(origin(row).onDay) === month);
  const cents = (some: readonly EarningsRow[]) => some.reduce((total, row) => total + row.amountCents, 0);
  const spent = inMonth.filter(row => origin(row).kind !== 'work');
  return {
    month,
    work: sumsOf(own),
    correctedCents: cents(work) - cents(own),
    creditedCents: cents(work),
    spentCents: 0 - cents(spent),
  };
}

const newestFirst = (a: EarningsRow, b: EarningsRow) =>
  a.onDay === b.onDay ? b.position - a.position : a.onDay < b.onDay ? 1 : -1;

export function earningsView({ rows, rules, today }: EarningsFacts): EarningsView {
  const share = ruleOn(rules, 'earnings-spendable', today);
  const month = monthOf(today);
  const rateOf = (grade: Grade) => ruleOn(rules, rateKeyOf[grade], today);
  return {
    month: monthSum(rows, month),
    balance: balanceOn(rows, rules, today),
    share: { value: typeof share.value === 'string' ? share.value : null, confirmed: share.confirmed },
    rates: grades.map(grade => {
      const { value, confirmed } = rateOf(grade);
      return { grade, cents: typeof value === 'number' ? value : null, confirmed };
    }),
    lines: rows.toSorted(newestFirst).slice(0, shownLines).map(lineOf(rows)),
    months: Array.from({ length: shownMonths }, (_, at) => monthFrom(month, at + 1 - shownMonths)).map(
      past => {
        const { creditedCents, spentCents } = monthSum(rows, past);
        return { month: past, creditedCents, spentCents };
      },
    ),
  };
}

/** The statement of a month, as it can be worked out again at any time. */
export function statementOf({ rows, rules }: Omit<EarningsFacts, 'today'>, month: string): Statement {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const last = first.add({ months: 1 }).subtract({ days: 1 });
  return {
    month: monthSum(rows, month),
    before: balanceOn(rows, rules, first.subtract({ days: 1 }).toString()),
    after: balanceOn(rows, rules, last.toString()),
    lines: rows
      .filter(row => monthOf(row.onDay) === month)
      .toSorted(newestFirst)
      .toReversed()
      .map(lineOf(rows)),
  };
}
