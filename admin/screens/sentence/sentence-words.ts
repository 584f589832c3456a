import type { SentenceLineRow } from '../../../shared/prisoner/register.ts';
import { shortDay } from '../../i18n/days.ts';
import { t, wordsFor } from '../../i18n/words.ts';

type Value = string | number | boolean | null;

/** Shillings and cents out of cents: `1,250.00`. */
export function moneyWords(cents: number): string {
  const whole = Math.trunc(Math.abs(cents) / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, ',');
  return `${cents < 0 ? '−' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}

const isDay = (value: Value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

/** `3 years 2 months`, parts that are nothing left out. */
export function lengthWords(step: Readonly<Record<string, Value>>): string {
  const months = 12 * Number(step.years ?? 0) + Number(step.months ?? 0);
  const whole = { years: Math.trunc(months / 12), months: months % 12, days: Number(step.days ?? 0) };
  return (['years', 'months', 'days'] as const)
    .flatMap(unit => (whole[unit] > 0 ? t(`ledger.${unit}`, { count: whole[unit] }) : []))
    .join(' ');
}

/** A step of the count, said as the kiosk says it. */
export function stepWords(
  step: { readonly key: string } & Readonly<Record<string, string | number>>,
): string {
  const values = Object.fromEntries(
    Object.entries(step).map(([name, value]) => [
      name,
      name.endsWith('Cents') ? moneyWords(Number(value)) : isDay(value) ? shortDay(String(value)) : value,
    ]),
  );
  const count = Number(step.days ?? step.count ?? 0);
  return wordsFor(`ledger.step.${step.key}`, { ...values, length: lengthWords(step), count }) ?? step.key;
}

/** What a line of the record holds, in one sentence. */
export function lineWords({ kind, content }: SentenceLineRow): string {
  const values = Object.fromEntries(
    Object.entries(content).map(([name, value]) => [
      name,
      isDay(value) ? shortDay(String(value)) : value === null ? '–' : String(value),
    ]),
  );
  const more = {
    length: lengthWords(content),
    money: moneyWords(Number(content.cents ?? content.fineCents ?? 0)),
    lostWords:
      typeof content.lost === 'string' ? (wordsFor(`sentence.lost.${content.lost}`) ?? content.lost) : '',
    whyWords: typeof content.why === 'string' ? (wordsFor(`sentence.why.${content.why}`) ?? content.why) : '',
    kindWords:
      typeof content.kind === 'string' ? (wordsFor(`sentence.kind.${content.kind}`) ?? content.kind) : '',
    count: Number(content.days ?? 0),
    stageWords: typeof content.stage === 'string' ? (wordsFor(`stage.name.${content.stage}`) ?? '') : '',
    privilege: typeof content.what === 'string' ? (wordsFor(`privilege.${content.what}`) ?? '') : '',
  };
  const all = { ...values, ...more };
  return wordsFor(`sentence.line.${kind}`, all) ?? wordsFor(`stage.line.${kind}`, all) ?? kind;
}
