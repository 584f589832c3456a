import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { type RuleValue, ruleKeys } from './definitions.ts';
import { prisonRuleKeys } from './prison-rules.ts';
import { privilegeNames, privilegePers } from './privilege.ts';
import { longestLine, mostLines } from './texts.ts';

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

const Lines = Type.Array(text(longestLine), { maxItems: mostLines });
const Texts = Type.Object({ en: Lines, sw: Lines }, strict);

export const RuleValueSchema = Type.Unsafe<RuleValue>(
  Type.Union([
    Type.Integer(),
    Type.String({ maxLength: 40 }),
    Type.Null(),
    Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
    Texts,
  ]),
);

export const PrivilegeSchema = Type.Object({
  name: oneOf(privilegeNames),
  amount: orNull(Type.Integer()),
  per: orNull(oneOf(privilegePers)),
});

const units = [
  'working-days',
  'times',
  'days',
  'months',
  'years',
  'hours',
  'cents-per-day',
  'fraction',
  'convention',
  'privileges',
  'direction',
  'open-hours',
  'texts',
] as const;

/** A value as it stood on the day asked for. */
export const RuleRow = Type.Object({
  key: oneOf(ruleKeys),
  scope: oneOf(['national', 'prison'] as const),
  unit: oneOf(units),
  value: RuleValueSchema,
  source: Type.String(),
  mark: orNull(oneOf(['L', 'C', 'U'] as const)),
  confirmed: Type.Boolean(),
  paper: orNull(Type.String()),
  validFrom: orNull(PlainDay),
  /** What was said on that day, before what was decided after it; null where it was the same. */
  said: orNull(Type.Object({ value: RuleValueSchema, confirmed: Type.Boolean() })),
  mayChange: Type.Boolean(),
  mayConfirm: Type.Boolean(),
  /** Everything ever decided about it, newest first. */
  history: Type.Array(
    Type.Object({
      kind: oneOf(['change', 'confirmation'] as const),
      value: RuleValueSchema,
      source: Type.String(),
      confirmed: Type.Boolean(),
      paper: orNull(Type.String()),
      validFrom: PlainDay,
      decidedAt: Instant,
      by: Type.Array(Type.String()),
      reason: Type.String(),
    }),
  ),
});
export type RuleRow = Static<typeof RuleRow>;

/** A change that waits for its second person. */
export const RuleProposal = Type.Object({
  id: Id,
  key: oneOf(ruleKeys),
  scope: oneOf(['national', 'prison'] as const),
  unit: oneOf(units),
  before: RuleValueSchema,
  value: RuleValueSchema,
  source: Type.String(),
  confirmed: Type.Boolean(),
  paper: orNull(Type.String()),
  validFrom: PlainDay,
  reason: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Instant,
  mayDecide: Type.Boolean(),
  mine: Type.Boolean(),
});
export type RuleProposal = Static<typeof RuleProposal>;

export const Rulebook = Type.Object({
  day: PlainDay,
  values: Type.Array(RuleRow),
  proposals: Type.Array(RuleProposal),
});
export type Rulebook = Static<typeof Rulebook>;

export const RulebookQuery = Type.Object({ day: Type.Optional(PlainDay) }, strict);

export const RuleChangeBody = Type.Object(
  {
    key: oneOf(ruleKeys),
    value: RuleValueSchema,
    source: text(200),
    confirmed: Type.Boolean(),
    paper: orNull(text(120)),
    validFrom: PlainDay,
    reason: text(500),
  },
  strict,
);
export type RuleChangeBody = Static<typeof RuleChangeBody>;
export const RuleDecisionBody = Type.Object({ accept: Type.Boolean() }, strict);
export const RuleConfirmationBody = Type.Object({ key: oneOf(ruleKeys), paper: text(120) }, strict);

/** What a prison entered about itself, as its kiosks show it; texts and privileges are both null while it did not. */
export const PrisonRule = Type.Object({
  key: oneOf(prisonRuleKeys),
  texts: orNull(Texts),
  privileges: orNull(Type.Array(PrivilegeSchema)),
  confirmed: Type.Boolean(),
  paper: orNull(Type.String()),
  validFrom: orNull(PlainDay),
});
export type PrisonRule = Static<typeof PrisonRule>;
