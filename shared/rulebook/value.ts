import { conventions } from '../sentence/case.ts';
import { definitionOf, type RuleKey, type RuleMark, type RuleUnit, type RuleValue } from './definitions.ts';
import { readOpenHours } from './open-hours.ts';
import { readPrivilege } from './privilege.ts';
import { areTexts, type RuleTexts } from './texts.ts';

/** One decided line of the rulebook, as it is kept for ever. */
export interface RuleEntry {
  readonly key: RuleKey;
  readonly kind: 'change' | 'confirmation';
  readonly value: RuleValue;
  readonly source: string;
  readonly confirmed: boolean;
  /** The reference of the paper by which it was confirmed. */
  readonly paper: string | null;
  /** `YYYY-MM-DD`: the first day on which it counts. */
  readonly validFrom: string;
  /** ISO instant at which two people (or, for a confirmation, the officer in charge) had decided it. */
  readonly decidedAt: string;
}

/** A value as it stood: what it is, since when, by which source, and whether it may be said as law. */
export interface RuleInForce {
  readonly value: RuleValue;
  readonly unit: RuleUnit;
  readonly source: string;
  readonly mark: RuleMark | null;
  readonly confirmed: boolean;
  readonly paper: string | null;
  /** Null: since before there was a rulebook. */
  readonly validFrom: string | null;
}

export function sameValue(a: RuleValue, b: RuleValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/**
 * What had been decided by an ISO instant: counted by this, what a person was shown then is shown again although it
 * was changed since.
 */
export function knownAt(entries: readonly RuleEntry[], at: string): RuleEntry[] {
  return entries.filter(entry => entry.decidedAt <= at);
}

/** The value of a key on `day`. */
export function ruleOn(entries: readonly RuleEntry[], key: RuleKey, day: string): RuleInForce {
  const definition = definitionOf(key);
  const counting = entries.filter(entry => entry.key === key && entry.validFrom <= day);
  const change = counting
    .filter(entry => entry.kind === 'change')
    .toSorted((a, b) => compare(a.validFrom, b.validFrom) || compare(a.decidedAt, b.decidedAt))
    .at(-1);
  const value = change ? change.value : definition.value;
  const since = change?.validFrom ?? '';
  const confirmation = counting.findLast(
    entry =>
      entry.kind === 'confirmation' &&
      entry.validFrom >= since &&
      // What was decided after it, even to say that it is not confirmed, counts.
      entry.decidedAt >= (change?.decidedAt ?? '') &&
      sameValue(entry.value, value),
  );
  const known = value !== null;
  return {
    value,
    unit: definition.unit,
    source: change?.source ?? definition.source,
    mark: change ? null : definition.mark,
    confirmed: known && (confirmation !== undefined || (change ? change.confirmed : definition.mark !== 'U')),
    paper: confirmation?.paper ?? change?.paper ?? null,
    validFrom: change?.validFrom ?? null,
  };
}

/** The values of a key on `day` and on each later day on which another one begins. */
function valuesFrom(entries: readonly RuleEntry[], key: RuleKey, day: string): RuleValue[] {
  const begins = entries
    .filter(entry => entry.key === key && entry.validFrom > day)
    .map(entry => entry.validFrom);
  return [day, ...new Set(begins)].map(from => ruleOn(entries, key, from).value);
}

/** A value that is a list of lines; null if it is none. */
export function linesOf(value: RuleValue): readonly string[] | null {
  return typeof value === 'object' && value !== null && !('en' in value) ? value : null;
}

/** A value that is words in both languages; null if it is none. */
export function textsOf(value: RuleValue): RuleTexts | null {
  return typeof value === 'object' && value !== null && 'en' in value ? value : null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const isCount = (value: RuleValue) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;

function isShare(value: RuleValue): boolean {
  const [, over, under] =
    /^([0-9]{1,4})\/([1-9][0-9]{0,3})$/.exec(typeof value === 'string' ? value : '') ?? [];
  return over !== undefined && Number(over) <= Number(under);
}

/** Whether a value has the form that its unit asks for. Null (not known) is a value that may always be entered. */
export function fitsUnit(unit: RuleUnit, value: RuleValue): boolean {
  if (value === null) return true;
  if (unit === 'fraction') return isShare(value);
  if (unit === 'open-hours') return typeof value === 'string' && readOpenHours(value) !== null;
  if (unit === 'convention') return conventions.some(known => known === value);
  if (unit === 'privileges') {
    const lines = linesOf(value);
    return lines !== null && lines.length <= 20 && lines.every(line => readPrivilege(line) !== null);
  }
  if (unit === 'texts') {
    const texts = textsOf(value);
    return texts !== null && areTexts(texts);
  }
  if (unit === 'direction') return typeof value === 'string' && /^\S.{0,38}\S$/.test(value);
  return isCount(value) && Number(value) <= 100_000;
}

/**
 * Whether a prison's value lies within what headquarters allows on that day and on each later one: a value that begins
 * before a bound does not go round it. A direction, once given, can be replaced
 * and not taken back: nobody switches sealed letters off again.
 */
export function withinBounds(
  entries: readonly RuleEntry[],
  key: RuleKey,
  value: RuleValue,
  day: string,
): boolean {
  const { atMost, atLeast, unit } = definitionOf(key);
  if (unit === 'direction') return value !== null || ruleOn(entries, key, day).value === null;
  if (typeof value !== 'number') return atMost === undefined && atLeast === undefined;
  const boundsFrom = (bound: string | undefined) =>
    bound === undefined ? [] : valuesFrom(entries, bound as RuleKey, day);
  return (
    !boundsFrom(atMost).some(most => typeof most === 'number' && value > most) &&
    !boundsFrom(atLeast).some(least => typeof least === 'number' && value < least)
  );
}

/** A share as two whole numbers, `2/3` as [2, 3]; [0, 1] if it is not known. */
export function shareOf(value: RuleValue): readonly [number, number] {
  if (!isShare(value) || typeof value !== 'string') return [0, 1];
  const [over = '0', under = '1'] = value.split('/');
  return [Number(over), Number(under)];
}
