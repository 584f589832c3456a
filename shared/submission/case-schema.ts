import Type, { type Static } from 'typebox';
import { SpokenWords } from '../recording/schema.ts';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { ladderOffices, questions } from './kind-rules.ts';
import { kindNames, manys, unitKeys, whens } from './kinds.ts';
import { actions, states } from './life.ts';
import { outcomes } from './reply.ts';
import { AboutOfficer, Figures, OwnSubmission } from './schema.ts';

/** A row of the panel's list. */
export const CaseRow = Type.Object({
  number: Type.Integer(),
  /** Whose register the number is of, for who reads several prisons; null for everyone else. */
  prison: Type.Union([Type.Object({ id: Id, name: Type.String() }), Type.Null()]),
  kind: oneOf(kindNames),
  problem: Type.String(),
  state: oneOf(states),
  owner: OwnSubmission.properties.owner,
  unit: OwnSubmission.properties.unit,
  /** Where its kind goes, by the version that it was made under. */
  usualUnit: oneOf(unitKeys),
  wing: Type.Union([Type.String(), Type.Null()]),
  receivedOn: PlainDay,
  dueOn: PlainDay,
  overdue: Type.Boolean(),
  many: Type.Union([oneOf(manys), Type.Null()]),
  hasText: Type.Boolean(),
  hasVoice: Type.Boolean(),
  aboutOfficer: Type.Boolean(),
  nameless: Type.Boolean(),
  reopened: Type.Integer(),
  /** The highest office that it was brought before since it is overdue. */
  risen: Type.Union([oneOf(ladderOffices), Type.Null()]),
  replyPending: Type.Boolean(),
  /** Counts its changes; whoever changes it says which one he saw. */
  version: Type.Integer(),
  /** The code of the language in which it was written. */
  language: Type.String(),
});
export type CaseRow = Static<typeof CaseRow>;

/** Open cases of the last seven days in which several people of one wing say the same. */
export const AlikeGroup = Type.Object({
  /** The newest of them, by which the others are found: who said it first is not pointed at. */
  number: Type.Integer(),
  wing: Type.String(),
  kind: oneOf(kindNames),
  problem: Type.String(),
  people: Type.Integer(),
  /** From the first day to the last, both counted. */
  days: Type.Integer(),
});
export type AlikeGroup = Static<typeof AlikeGroup>;

export const CaseReply = Type.Object({
  id: Id,
  outcome: oneOf(outcomes),
  on: Type.Union([PlainDay, Type.Null()]),
  next: Type.Union([Type.String(), Type.Null()]),
  text: Type.String(),
  language: Type.String(),
  author: Type.String(),
  sendsAt: Instant,
  state: oneOf(['pending', 'sent', 'called-back'] as const),
});
export type CaseReply = Static<typeof CaseReply>;

export const CaseEvent = Type.Object({
  at: Type.String(),
  action: Type.String(),
  by: Type.String(),
  from: Type.Union([Type.String(), Type.Null()]),
  to: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Null()])),
});
export type CaseEvent = Static<typeof CaseEvent>;

/** The whole case page, already redacted for whoever asked. */
export const CasePage = Type.Object({
  ...CaseRow.properties,
  when: Type.Union([oneOf(whens), Type.Null()]),
  /** What its kind asked when it was made: `when` and `many` are answers only to these. */
  questions: Type.Array(oneOf(questions)),
  text: Type.Union([Type.String(), Type.Null()]),
  /** What was spoken, for whoever may hear it: how long, how many pieces it has, and how many are here. */
  voice: Type.Union([
    Type.Object({ milliseconds: Type.Integer(), parts: Type.Integer(), held: Type.Integer() }),
    Type.Null(),
  ]),
  /** What was typed beside it, oldest first. */
  spoken: Type.Array(SpokenWords),
  about: Type.Union([AboutOfficer, Type.Null()]),
  prisoner: Type.Union([
    Type.Object({ number: Type.String(), name: Type.String(), wing: Type.String() }),
    Type.Null(),
  ]),
  personNeeded: Type.Boolean(),
  identity: oneOf(['named', 'nameless'] as const),
  named: Type.Array(Type.Object({ id: Type.Union([Id, Type.Null()]), name: Type.String() })),
  /** The line of his record that it is about, as it stood on the screen. */
  figures: Type.Union([Figures, Type.Null()]),
  receivedAt: Type.Union([Instant, Type.Null()]),
  replies: Type.Array(CaseReply),
  history: Type.Array(CaseEvent),
  actions: Type.Array(oneOf(actions)),
  similar: Type.Integer(),
});
export type CasePage = Static<typeof CasePage>;

const versioned = { version: Type.Integer({ minimum: 0 }) };
const strict = { additionalProperties: false } as const;

export const PassBody = Type.Object(
  {
    ...versioned,
    named: Type.Array(Id, { maxItems: 20 }),
    namedOther: Type.Array(text(80), { maxItems: 20 }),
  },
  strict,
);
export const RouteBody = Type.Object(
  {
    ...versioned,
    unit: oneOf(unitKeys),
    personNeeded: Type.Boolean(),
    note: Type.Union([text(500), Type.Null()]),
  },
  strict,
);
export const NoteBody = Type.Object({ ...versioned, note: text(500) }, strict);
const outcomeFields = {
  outcome: oneOf(outcomes),
  on: Type.Union([PlainDay, Type.Null()]),
  next: Type.Union([text(200), Type.Null()]),
};
export const AnswerBody = Type.Object({ ...versioned, ...outcomeFields, text: text(2000) }, strict);
/** Several cases of one prison that are changed together, all of them or none. */
const together = {
  cases: Type.Array(Type.Object({ number: Type.Integer({ minimum: 1 }), ...versioned }, strict), {
    minItems: 1,
    maxItems: 100,
  }),
};
/** One answer to many, said to each in the language of his submission. */
export const AnswerTogetherBody = Type.Object(
  {
    ...together,
    ...outcomeFields,
    texts: Type.Array(Type.Object({ language: text(8), text: text(2000) }, strict), {
      minItems: 1,
      maxItems: 20,
    }),
  },
  strict,
);
export const RouteTogetherBody = Type.Object(
  { ...together, unit: oneOf(unitKeys), note: Type.Union([text(500), Type.Null()]) },
  strict,
);
export const CallBackTogetherBody = Type.Object(
  { numbers: Type.Array(Type.Integer({ minimum: 1 }), { minItems: 1, maxItems: 100 }) },
  strict,
);
export const VersionBody = Type.Object({ ...versioned }, strict);
