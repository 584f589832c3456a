import Type, { type Static } from 'typebox';
import { oneOf } from '../schema.ts';
import { conventions, type SentenceCase, sentenceKinds } from './case.ts';

const strict = { additionalProperties: false } as const;
/** Far beyond any sentence; it keeps a slip of the keyboard from being a date. */
const count = Type.Integer({ minimum: 0, maximum: 100_000 });
const cents = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });

/** A case as a documentation office writes it; numbers that are left out are 0. */
export const CaseInput = Type.Object(
  {
    case: Type.String({ minLength: 1 }),
    convention: Type.Optional(oneOf(conventions)),
    sentences: Type.Array(
      Type.Object(
        {
          id: Type.String({ minLength: 1 }),
          date: Type.String(),
          years: Type.Optional(count),
          months: Type.Optional(count),
          days: Type.Optional(count),
          consecutiveTo: Type.Optional(Type.Union([Type.String(), Type.Null()])),
          kind: Type.Optional(oneOf(sentenceKinds)),
          custodyDays: Type.Optional(count),
          fineCents: Type.Optional(cents),
          paidCents: Type.Optional(cents),
        },
        strict,
      ),
    ),
    nonEarningDays: Type.Optional(count),
    forfeitedDays: Type.Optional(count),
    restoredDays: Type.Optional(count),
    extraDays: Type.Optional(count),
    daysAtLarge: Type.Optional(count),
    bailDays: Type.Optional(count),
    deprived: Type.Optional(Type.Boolean()),
  },
  strict,
);
export type CaseInput = Static<typeof CaseInput>;

/** The case with every omitted number filled in. */
export function wholeCase(input: CaseInput): SentenceCase {
  return {
    convention: input.convention ?? 'calendar',
    sentences: input.sentences.map(sentence => ({
      id: sentence.id,
      date: sentence.date,
      years: sentence.years ?? 0,
      months: sentence.months ?? 0,
      days: sentence.days ?? 0,
      consecutiveTo: sentence.consecutiveTo ?? null,
      kind: sentence.kind ?? 'definite',
      custodyDays: sentence.custodyDays ?? 0,
      fineCents: sentence.fineCents ?? 0,
      paidCents: sentence.paidCents ?? 0,
    })),
    nonEarningDays: input.nonEarningDays ?? 0,
    forfeitedDays: input.forfeitedDays ?? 0,
    restoredDays: input.restoredDays ?? 0,
    extraDays: input.extraDays ?? 0,
    daysAtLarge: input.daysAtLarge ?? 0,
    bailDays: input.bailDays ?? 0,
    deprived: input.deprived ?? false,
  };
}
