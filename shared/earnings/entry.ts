import Type, { type Static } from 'typebox';
import { strict } from '../prisoner/lines.ts';
import type { RuleKey } from '../rulebook/definitions.ts';
import { Id, oneOf, PlainDay, text } from '../schema.ts';
import { debitKinds, type EarningsEntryKind, type Grade, grades } from './kinds.ts';

export const rateKeyOf = {
  a: 'earnings-rate-a',
  b: 'earnings-rate-b',
  c: 'earnings-rate-c',
} as const satisfies Record<Grade, RuleKey>;

/** A line as it stands in the ledger; money in integer cents, what is taken off negative. */
export interface EarningsRow {
  readonly id: string;
  readonly position: number;
  readonly kind: EarningsEntryKind;
  readonly onDay: string;
  readonly grade: Grade | null;
  readonly days: number;
  readonly rateCents: number | null;
  readonly amountCents: number;
  readonly reason: string;
  readonly reverses: string | null;
}

/** Something taken off, as it is sent; `cents` is positive. */
export const DebitBody = Type.Object(
  {
    kind: oneOf(debitKinds),
    on: PlainDay,
    cents: Type.Integer({ minimum: 1, maximum: 100_000_000 }),
    reason: text(300),
  },
  strict,
);
export type DebitBody = Static<typeof DebitBody>;

/** Rule 90: who worked on a day, and in which grade. */
export const WorkDayBody = Type.Object(
  {
    day: PlainDay,
    lines: Type.Array(Type.Object({ prisoner: Id, grade: oneOf(grades) }, strict), {
      minItems: 1,
      maxItems: 500,
    }),
  },
  strict,
);
export type WorkDayBody = Static<typeof WorkDayBody>;
