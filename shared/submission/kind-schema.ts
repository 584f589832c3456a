import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, text } from '../schema.ts';
import { longestLadder, questions } from './kind-rules.ts';
import { kindNames, unitKeys } from './kinds.ts';

const strict = { additionalProperties: false } as const;
const after = Type.Integer({ minimum: 1, maximum: longestLadder });

/** `KindRules` on the wire. */
export const KindRules = Type.Object(
  {
    offered: Type.Boolean(),
    problems: Type.Array(Type.String({ pattern: '^[a-z-]{2,20}$' }), { minItems: 1, maxItems: 20 }),
    questions: Type.Array(oneOf(questions), { maxItems: questions.length }),
    unit: oneOf(unitKeys),
    days: Type.Union([Type.Integer({ minimum: 1, maximum: 100 }), Type.Null()]),
    ladder: Type.Object(
      { 'officer-in-charge': after, headquarters: after, 'visiting-justices': after },
      strict,
    ),
    words: Type.Boolean(),
    voice: Type.Boolean(),
    nameless: Type.Boolean(),
  },
  strict,
);

/** A kind as a kiosk offers it. */
export const KindOffer = Type.Object({
  kind: oneOf(kindNames),
  version: Type.Integer({ minimum: 0 }),
  rules: KindRules,
});

export type KindOffer = Static<typeof KindOffer>;

/** Whoever must be there, or the kind reaches nobody. */
const neededReaders = [
  'first-reader',
  'unit',
  'officer-in-charge',
  'headquarters',
  'visiting-justices',
] as const;
export type NeededReader = (typeof neededReaders)[number];

/** A kind as the panel shows it, with everything that was ever decided about it, newest first. */
export const KindRow = Type.Object({
  ...KindOffer.properties,
  /** The working days that count now. */
  answerDays: Type.Integer(),
  /** Nobody holds such an account any more. */
  missing: Type.Array(oneOf(neededReaders)),
  mayChange: Type.Boolean(),
  history: Type.Array(
    Type.Object({
      version: Type.Integer(),
      rules: KindRules,
      reason: Type.String(),
      by: Type.Array(Type.String()),
      decidedAt: Instant,
    }),
  ),
});
export type KindRow = Static<typeof KindRow>;

/** Rules that wait for their second person. */
export const KindProposal = Type.Object({
  id: Id,
  /** Whose it is, for headquarters; null for everyone else. */
  prison: Type.Union([Type.String(), Type.Null()]),
  kind: oneOf(kindNames),
  before: KindRules,
  rules: KindRules,
  reason: Type.String(),
  proposedBy: Type.String(),
  proposedAt: Instant,
  mayDecide: Type.Boolean(),
  mine: Type.Boolean(),
});
export type KindProposal = Static<typeof KindProposal>;

export const KindBook = Type.Object({
  /** The most working days that headquarters allows. */
  longestDays: Type.Integer(),
  kinds: Type.Array(KindRow),
  proposals: Type.Array(KindProposal),
});
export type KindBook = Static<typeof KindBook>;

export const KindChangeBody = Type.Object(
  { kind: oneOf(kindNames), rules: KindRules, reason: text(500) },
  strict,
);
export type KindChangeBody = Static<typeof KindChangeBody>;
export const KindDecisionBody = Type.Object({ accept: Type.Boolean() }, strict);
