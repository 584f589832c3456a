import { type RuleEntry, ruleOn, shareOf } from '../rulebook/value.ts';
import type { EarningsRow } from './entry.ts';

/** Balances in integer cents, worked out from the lines and stored nowhere. */
export interface Balance {
  /** Everything ever credited for work. */
  readonly credited: number;
  /** What may be spent inside and is not spent yet; negative after a credit was taken back that was spent. */
  readonly spendable: number;
  /** What is kept for the day of release. */
  readonly saved: number;
}

/** What a reversal undoes, and every other line itself. */
export function originOf(rows: readonly EarningsRow[]): (row: EarningsRow) => EarningsRow {
  const known = new Map(rows.map(row => [row.id, row]));
  return row => (row.reverses === null ? row : (known.get(row.reverses) ?? row));
}

/** Work under one share of the day is added up before the share is taken: a cent is rounded once, and down. */
function spendablePart(
  credits: readonly { readonly day: string; readonly cents: number }[],
  rules: readonly RuleEntry[],
): number {
  const byShare = new Map<string, number>();
  const shareOn = new Map<string, string>();
  for (const { day, cents } of credits) {
    const share = shareOn.get(day) ?? shareOf(ruleOn(rules, 'earnings-spendable', day).value).join('/');
    shareOn.set(day, share);
    byShare.set(share, (byShare.get(share) ?? 0) + cents);
  }
  return [...byShare].reduce((total, [share, cents]) => {
    const [over, under] = shareOf(share);
    return total + Math.floor((cents * over) / under);
  }, 0);
}

/**
 * The balance at the end of `day`. Up to a share of what is credited may be spent, the rest is paid on release
 * (rule 20): what is paid on release comes out of the savings first, and then out of what was not spent.
 */
export function balanceOn(rows: readonly EarningsRow[], rules: readonly RuleEntry[], day: string): Balance {
  const origin = originOf(rows);
  const counting = rows.filter(row => row.onDay <= day);
  const sum = (kinds: readonly string[]) =>
    counting.reduce((total, row) => total + (kinds.includes(origin(row).kind) ? row.amountCents : 0), 0);
  const credited = sum(['work']);
  const credits = counting
    .filter(row => origin(row).kind === 'work')
    .map(row => ({ day: origin(row).onDay, cents: row.amountCents }));
  const part = spendablePart(credits, rules);
  const spent = 0 - sum(['canteen', 'remittance']);
  const paid = 0 - sum(['paid-on-release']);
  const savings = credited - part;
  return {
    credited,
    saved: Math.max(0, savings - paid),
    spendable: part - spent - Math.max(0, paid - savings),
  };
}
