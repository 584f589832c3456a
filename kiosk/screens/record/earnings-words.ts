import type { Grade } from '../../../shared/earnings/kinds.ts';
import type { EarningsLine, WorkSum } from '../../../shared/earnings/view.ts';
import type { Say } from '../../i18n/words.ts';
import { sayMoney } from './ledger-words.ts';

export const gradeLetter = (grade: Grade) => grade.toUpperCase();

/** Sums and lines of earnings, said in one language. */
export function earningsWords(say: Say) {
  const money = (cents: number) => say('earnings.money', { sum: sayMoney(cents) });
  const plain = (kind: EarningsLine['kind'], grade: Grade | null) =>
    say(`earnings.line.${kind === 'reversal' ? 'work' : kind}`, { grade: grade ? gradeLetter(grade) : '' });
  return {
    money,
    /** With its sign in front, as a ledger has it. */
    signed: (cents: number) => `${cents < 0 ? '− ' : '+ '}${money(Math.abs(cents))}`,
    workSum: ({ grade, days, rateCents }: WorkSum) =>
      say('earnings.workSum', { grade: gradeLetter(grade), count: days, rate: sayMoney(rateCents) }),
    lineWords: ({ kind, of, grade }: EarningsLine) =>
      kind === 'reversal' ? say('earnings.takenBack', { line: plain(of, grade) }) : plain(kind, grade),
  };
}
