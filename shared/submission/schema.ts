import Type, { type Static } from 'typebox';
import { Pin } from '../prisoner/pin-schema.ts';
import { Recording } from '../recording/schema.ts';
import { Base64Url, Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { ladderOffices } from './kind-rules.ts';
import { kindNames, manys, ranks, unitKeys, whens } from './kinds.ts';
import { offices, states } from './life.ts';
import { outcomes } from './reply.ts';

/** Said about an officer: rank by picture, wing and name only if known. */
export const AboutOfficer = Type.Object(
  { rank: oneOf(ranks), wing: Type.Union([Id, Type.Null()]), name: Type.Union([text(80), Type.Null()]) },
  { additionalProperties: false },
);

/**
 * A line of somebody's own record as it stood on the screen when he said that it is wrong: frozen, so that nobody
 * answers about other figures than he saw.
 */
export const Figures = Type.Object(
  {
    page: oneOf(['release', 'stage', 'earnings'] as const),
    line: Type.String({ pattern: '^[a-z-]{1,40}$' }),
    shown: Type.Unsafe<Record<string, string | number>>({
      type: 'object',
      maxProperties: 12,
      propertyNames: { pattern: '^[a-zA-Z]{1,20}$' },
      additionalProperties: { type: ['string', 'integer'], maxLength: 200 },
    }),
  },
  { additionalProperties: false },
);
export type Figures = Static<typeof Figures>;

/** What is inside the sealed envelope. Versioned: the server takes every version that was ever released. */
export const SubmissionContent = Type.Object(
  {
    version: Type.Literal(1),
    id: Id,
    type: Type.Literal('complaint'),
    kind: oneOf(kindNames),
    /** The version of the kind that it was asked by; left out by kiosks from before there were any. */
    kindVersion: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000 })),
    problem: Type.String({ pattern: '^[a-z-]{2,20}$' }),
    /** Null where its kind does not ask; kiosks of before said `today` and `me` then. */
    when: Type.Union([oneOf(whens), Type.Null()]),
    many: Type.Union([oneOf(manys), Type.Null()]),
    text: Type.Union([text(1000), Type.Null()]),
    aboutOfficer: Type.Union([AboutOfficer, Type.Null()]),
    /** The language the prisoner used, so that he is answered in it. */
    language: Type.String({ pattern: '^[a-z]{2,3}$' }),
    /** Only of the kind `record`. */
    figures: Type.Optional(Figures),
    /** What was spoken; its pieces travel by themselves. */
    recording: Type.Optional(Recording),
  },
  { additionalProperties: false },
);
export type SubmissionContent = Static<typeof SubmissionContent>;

/** What is inside the small envelope. */
export const IdentityContent = Type.Union([
  Type.Object(
    { version: Type.Literal(1), kind: Type.Literal('pass'), pass: text(400) },
    { additionalProperties: false },
  ),
  Type.Object(
    {
      version: Type.Literal(1),
      kind: Type.Literal('pin'),
      number: text(30),
      pin: Pin,
    },
    { additionalProperties: false },
  ),
  Type.Object({ version: Type.Literal(1), kind: Type.Literal('nameless') }, { additionalProperties: false }),
]);
export type IdentityContent = Static<typeof IdentityContent>;

export const Statement = Type.Object(
  {
    version: Type.Literal(1),
    id: Id,
    kiosk: Id,
    sequence: Type.Integer({ minimum: 1, maximum: 2 ** 40 }),
    sealed: Base64Url(43),
    identity: Base64Url(43),
    wall: Instant,
    monotonic: Type.Integer({ minimum: 0, maximum: 2 ** 50 }),
    boot: Id,
  },
  { additionalProperties: false },
);

/** One item as it travels: the signed statement and the envelopes that it names. */
export const SealedItem = Type.Object(
  {
    statement: Statement,
    signature: Base64Url(86),
    sealed: Type.String({
      minLength: 50,
      maxLength: 12_000,
      pattern: '^v1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
    }),
    identity: Type.String({
      minLength: 50,
      maxLength: 2_000,
      pattern: '^v1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
    }),
  },
  { additionalProperties: false },
);
export type SealedItem = Static<typeof SealedItem>;

export const Receipt = Type.Object(
  {
    version: Type.Literal(1),
    id: Id,
    hash: Base64Url(43),
    kiosk: Id,
    sequence: Type.Integer(),
    receivedAt: Instant,
    prison: Id,
    key: Type.String(),
    signature: Base64Url(86),
  },
  { additionalProperties: false },
);
export type Receipt = Static<typeof Receipt>;

/** A reply as the prisoner reads it. */
export const PrisonerReply = Type.Object({
  outcome: oneOf(outcomes),
  on: Type.Union([PlainDay, Type.Null()]),
  next: Type.Union([Type.String(), Type.Null()]),
  text: Type.String(),
  language: Type.String(),
  sentOn: PlainDay,
  /** By office, never by name. */
  office: Type.String(),
});
export type PrisonerReply = Static<typeof PrisonerReply>;

/** Nobody answered in time, so an office over the one that has it was told, on a day. */
export const Risen = Type.Object({ to: oneOf(ladderOffices), on: PlainDay });

/** One of his own submissions, as he sees it. */
export const OwnSubmission = Type.Object({
  id: Id,
  /** Null until an officer's list shows it (nameless ones until six next morning). */
  kind: oneOf(kindNames),
  problem: Type.String(),
  when: Type.Union([oneOf(whens), Type.Null()]),
  many: Type.Union([oneOf(manys), Type.Null()]),
  text: Type.Union([Type.String(), Type.Null()]),
  aboutOfficer: Type.Boolean(),
  code: Type.String(),
  state: oneOf(states),
  owner: oneOf(offices),
  unit: Type.Union([oneOf(unitKeys), Type.Null()]),
  receivedOn: PlainDay,
  since: PlainDay,
  dueOn: PlainDay,
  overdue: Type.Boolean(),
  risen: Type.Array(Risen),
  replies: Type.Array(PrisonerReply),
  canSettle: Type.Boolean(),
  canReopen: Type.Boolean(),
});
export type OwnSubmission = Static<typeof OwnSubmission>;

/** What a receipt code alone shows. A nameless one has its replies too: the code is all its writer has. */
export const CodeState = Type.Object({
  state: oneOf(states),
  /** False until six next morning, where nobody may know yet: no officer has it. */
  listed: Type.Boolean(),
  owner: OwnSubmission.properties.owner,
  unit: OwnSubmission.properties.unit,
  since: PlainDay,
  dueOn: PlainDay,
  nameless: Type.Boolean(),
  risen: Type.Array(Risen),
  replies: Type.Array(PrisonerReply),
  canSettle: Type.Boolean(),
  canReopen: Type.Boolean(),
});
export type CodeState = Static<typeof CodeState>;
