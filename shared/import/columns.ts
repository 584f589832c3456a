import { grades } from '../earnings/kinds.ts';
import { classes } from '../prisoner/classes.ts';
import { pinKinds } from '../prisoner/pin-pictures.ts';
import { sexes } from '../prisoner/sex.ts';
import { sentenceKinds } from '../sentence/case.ts';
import { losses } from '../sentence/losses.ts';
import { stages } from '../stage/stages.ts';

/** What can be taken in from a file. */
export const importNouns = [
  'prisoners',
  'sentences',
  'punishments',
  'forfeitures',
  'work',
  'stages',
  'canteen',
  'remittances',
] as const;
export type ImportNoun = (typeof importNouns)[number];

/**
 * How a cell is read. A `day` may not lie ahead, an `end-day` may; `count` is a whole number; `money` shillings such
 * as 12.50.
 */
export interface Column {
  readonly type: 'text' | 'day' | 'end-day' | 'count' | 'money' | readonly string[];
  readonly needed: boolean;
  readonly max?: number;
}

const needed = (type: Column['type'], max = 80): Column => ({ type, needed: true, max });
const optional = (type: Column['type'], max = 80): Column => ({ type, needed: false, max });

const debit = {
  number: needed('text', 30),
  day: needed('day'),
  sum: needed('money'),
  reason: needed('text', 300),
};

/** The columns of each file, by the names in its first row; their order does not matter. */
export const importColumns = {
  prisoners: {
    number: needed('text', 30),
    name: needed('text'),
    wing: needed('text', 60),
    class: needed(classes),
    pin: optional(pinKinds),
    sex: optional(sexes),
    court_day: optional('end-day'),
    court: optional('text'),
  },
  sentences: {
    number: needed('text', 30),
    date: needed('day'),
    years: optional('count'),
    months: optional('count'),
    days: optional('count'),
    kind: optional(sentenceKinds),
    custody_days: optional('count'),
    fine: optional('money'),
    court: optional('text'),
    key: optional('text', 30),
    after: optional('text', 30),
    reason: needed('text', 300),
  },
  punishments: {
    number: needed('text', 30),
    lost: needed(losses),
    what: needed('text', 120),
    ordered_by: needed('text'),
    order: needed('text'),
    from: needed('day'),
    to: optional('end-day'),
    reason: needed('text', 300),
  },
  forfeitures: {
    number: needed('text', 30),
    days: needed('count'),
    ordered_by: needed('text'),
    order: needed('text'),
    heard_on: optional('day'),
    reason: needed('text', 300),
  },
  work: {
    number: needed('text', 30),
    day: needed('day'),
    grade: needed(grades),
    reason: optional('text', 300),
  },
  stages: {
    number: needed('text', 30),
    stage: needed(stages),
    on: needed('day'),
    decided_by: needed('text'),
    reason: needed('text', 300),
  },
  canteen: debit,
  remittances: debit,
} as const satisfies Readonly<Record<ImportNoun, Readonly<Record<string, Column>>>>;

export function columnsOf(noun: ImportNoun): Readonly<Record<string, Column>> {
  return importColumns[noun];
}

/** What can be wrong with a row, by name. */
export const rowMistakes = [
  'unclosed-quote',
  'unknown-column',
  'missing-column',
  'too-many-cells',
  'missing',
  'not-a-day',
  'day-ahead',
  'not-a-number',
  'not-a-sum',
  'unknown-word',
  'too-long',
  'unknown-number',
  'released',
  'unknown-wing',
  'twice-in-file',
  'already-entered',
  'rate-unknown',
  'beyond-spendable',
  'unknown-after',
  'end-before-start',
  'beyond-remission',
] as const;
export type RowMistake = (typeof rowMistakes)[number];
