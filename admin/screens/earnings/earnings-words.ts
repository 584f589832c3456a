import type { EarningsLine, WorkSum } from '../../../shared/earnings/view.ts';
import { t, wordsFor } from '../../i18n/words.ts';
import { moneyWords } from '../sentence/sentence-words.ts';

export const money = (cents: number) => t('earnings.money', { sum: moneyWords(cents) });

/** `November 2026`. */
export function monthWords(month: string): string {
  const [year = '', number = ''] = month.split('-');
  return `${wordsFor(`date.months.${Number(number)}`) ?? number} ${year}`;
}

/** What a line is, without its sum. */
export function lineName({ kind, of, grade }: EarningsLine): string {
  const name = (what: EarningsLine['kind']) =>
    wordsFor(`earnings.line.${what}`, { grade: grade?.toUpperCase() ?? '' }) ?? what;
  return kind === 'reversal' ? t('sentence.reversal', { line: name(of) }) : name(kind);
}

/** `Grade A: 14 days × 0.20`. */
export function workWords({ grade, days, rateCents }: WorkSum): string {
  return t('earnings.work-sum', { grade: grade.toUpperCase(), count: days, rate: moneyWords(rateCents) });
}
