import type { SentenceView } from '../../../shared/sentence/view.ts';
import { sayDate } from '../../i18n/days.ts';
import type { Say } from '../../i18n/words.ts';

type Computed = Extract<SentenceView['computed'], { ok: true }>;
export type LedgerStep = Computed['steps'][number];
type StepKey = keyof typeof import('../../../locales/en/kiosk.json')['ledger']['step'];

/** One line of the ledger: a sentence, and what it comes to, at the end of the line. */
export interface LedgerLine {
  readonly key: string;
  readonly words: string;
  readonly sum: string | null;
  /** What changes the dates against him, and what changes them for him. */
  readonly sign: 'for' | 'against' | null;
  readonly figures: Readonly<Record<string, string | number>>;
}

const against: ReadonlySet<string> = new Set([
  'forfeited',
  'non-earning',
  'at-large',
  'on-bail',
  'remission-none',
  'remission-deprived',
]);
const inFavour: ReadonlySet<string> = new Set(['remission', 'restored', 'extra', 'custody', 'fine-paid']);

const isDay = (value: string | number): value is string =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** A length as people say it: `3 years 2 months`, parts that are nothing left out. */
export function sayLength(say: Say, step: LedgerStep): string {
  // Twelve months are a year however days are counted; terms added together come with more.
  const months = 12 * Number(step.years ?? 0) + Number(step.months ?? 0);
  const whole = { years: Math.trunc(months / 12), months: months % 12, days: Number(step.days ?? 0) };
  const parts = (['years', 'months', 'days'] as const).flatMap(unit => {
    const count = whole[unit];
    return count > 0 ? say(`ledger.${unit}`, { count }) : [];
  });
  return parts.join(' ');
}

/** Shillings and cents out of cents: `1,250.00`. */
export function sayMoney(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '−' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

function sumOf(say: Say, step: LedgerStep): string | null {
  const days = step.key === 'fine-paid' ? step.less : step.days;
  if (step.key === 'term' || step.key === 'chain' || typeof days !== 'number') return null;
  const sign = against.has(step.key) ? '−' : inFavour.has(step.key) ? '+' : '';
  return `${sign}${sign === '' ? '' : ' '}${say('ledger.days', { count: days })}`;
}

/** The steps of the count as lines that anybody can follow with a pencil. */
export function ledgerOf(say: Say, steps: readonly LedgerStep[]): LedgerLine[] {
  return steps.map(step => {
    const { key, ...figures } = step;
    const values = Object.fromEntries(
      Object.entries(figures).map(([name, value]) => [
        name,
        name.endsWith('Cents') ? sayMoney(Number(value)) : isDay(value) ? sayDate(say, value) : String(value),
      ]),
    );
    const count = Number(step.days ?? step.count ?? 0);
    return {
      key,
      words: say(`ledger.step.${key as StepKey}`, { ...values, length: sayLength(say, step), count }),
      sum: sumOf(say, step),
      sign: against.has(key) ? 'against' : inFavour.has(key) ? 'for' : null,
      figures,
    };
  });
}
