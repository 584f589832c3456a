import Type, { type Static } from 'typebox';
import { Base64Url, Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { kindNames, manys, whens } from '../submission/kinds.ts';
import { AboutOfficer } from '../submission/schema.ts';
import { VisitPack } from '../visit/schema.ts';
import { letterChars } from './envelope.ts';
import { holderKinds } from './kinds.ts';
import { slotsOfTray } from './tray.ts';

const strict = { additionalProperties: false } as const;

/** The public halves of somebody's keys, and what he is called. */
export const KeyCard = Type.Object(
  {
    version: Type.Literal(1),
    kind: oneOf(holderKinds),
    name: text(80),
    /** Raw X25519: letters are sealed to it. */
    sealing: Base64Url(43),
    /** Raw Ed25519: countersigns others, and answers. */
    signing: Base64Url(43),
  },
  strict,
);
export type KeyCard = Static<typeof KeyCard>;

/** A line of the register of keys: somebody is let in, or is no longer to be sealed to. */
export const KeyStatement = Type.Object(
  {
    version: Type.Literal(1),
    prison: Id,
    action: oneOf(['enrol', 'end'] as const),
    card: KeyCard,
    /** The signing key of the justice who says so; for the first of a prison his own. */
    by: Base64Url(43),
    signature: Base64Url(86),
  },
  strict,
);
export type KeyStatement = Static<typeof KeyStatement>;

/** What the paper of a letter says of its matter; null when its writer only asks to see the justice. */
const Matter = Type.Object(
  {
    kind: oneOf(kindNames),
    problem: Type.String({ pattern: '^[a-z-]{2,20}$' }),
    when: Type.Union([oneOf(whens), Type.Null()]),
    many: Type.Union([oneOf(manys), Type.Null()]),
    aboutOfficer: Type.Union([AboutOfficer, Type.Null()]),
  },
  strict,
);

/** What is inside a letter. `nothing` is a dummy: it fills a place, and only who opens it knows. */
export const LetterContent = Type.Union([
  Type.Object(
    {
      version: Type.Literal(1),
      type: oneOf(['letter', 'see'] as const),
      /** Finds the answer. */
      code: Type.String({ pattern: '^[0-9A-Z]{11}$' }),
      /** The number he gave; null without a name. */
      number: Type.Union([text(30), Type.Null()]),
      /** Whether the server had checked his PIN when he wrote. */
      checked: Type.Boolean(),
      matter: Type.Union([Matter, Type.Null()]),
      text: Type.Union([text(1000), Type.Null()]),
      /** He said that he is in danger now. */
      danger: Type.Boolean(),
      language: Type.String({ pattern: '^[a-z]{2,3}$' }),
      wing: Type.String({ maxLength: 80 }),
      writtenOn: PlainDay,
    },
    strict,
  ),
  Type.Object({ version: Type.Literal(1), type: Type.Literal('nothing') }, strict),
]);
export type LetterContent = Static<typeof LetterContent>;
export type RealLetter = Exclude<LetterContent, { type: 'nothing' }>;

export const Letter = Type.String({
  minLength: letterChars,
  maxLength: letterChars,
  pattern: '^[A-Za-z0-9_-]+$',
});

/** A night's tray as it leaves: always as many letters, all of one length. */
export const LetterBatchStatement = Type.Object(
  {
    version: Type.Literal(1),
    id: Id,
    kiosk: Id,
    /** Counts a kiosk's nights from 1: a series of its own, given when the batch is made. */
    night: Type.Integer({ minimum: 1, maximum: 2 ** 40 }),
    /** SHA-256 of the letters' characters, one after the other. */
    letters: Base64Url(43),
  },
  strict,
);
export type LetterBatchStatement = Static<typeof LetterBatchStatement>;
export const LetterBatch = Type.Object(
  {
    statement: LetterBatchStatement,
    signature: Base64Url(86),
    letters: Type.Array(Letter, { minItems: slotsOfTray, maxItems: slotsOfTray }),
  },
  strict,
);
export type LetterBatch = Static<typeof LetterBatch>;

/** An answer that only who has the letter's code can find and read. */
export const LetterAnswer = Type.Object({ token: Base64Url(22), sealed: Base64Url(54) }, strict);
export type LetterAnswer = Static<typeof LetterAnswer>;

/** What a justice brings back on his stick, signed. */
export const AnswerSheet = Type.Object(
  {
    version: Type.Literal(1),
    prison: Id,
    id: Id,
    answers: Type.Array(LetterAnswer, { maxItems: 2000 }),
    /** The day of the next visit, if it is known. */
    nextVisit: Type.Union([PlainDay, Type.Null()]),
    madeAt: Instant,
    by: Base64Url(43),
    signature: Base64Url(86),
  },
  strict,
);
export type AnswerSheet = Static<typeof AnswerSheet>;

/** What the reader writes and the panel takes in, as one file each; `card` goes to a colleague's reader. */
export type StickFile =
  | { readonly version: 1; readonly kind: 'sauti-letter-card'; readonly card: KeyCard }
  | { readonly version: 1; readonly kind: 'sauti-letter-key'; readonly statement: KeyStatement }
  | { readonly version: 1; readonly kind: 'sauti-letter-answers'; readonly sheet: AnswerSheet };

/** How sealed letters stand at a prison, as the justices and headquarters see it. */
export const LetterStanding = Type.Object({
  prison: Type.Object({ id: Id, name: Type.String() }),
  direction: Type.Union([Type.String(), Type.Null()]),
  register: Type.Array(KeyStatement),
  /** How many came: as many whether anybody wrote or not. */
  trays: Type.Integer(),
  lastTrayOn: Type.Union([PlainDay, Type.Null()]),
  sheets: Type.Array(Type.Object({ enteredAt: Instant, nextVisit: Type.Union([PlainDay, Type.Null()]) })),
});
export type LetterStanding = Static<typeof LetterStanding>;

/** What a kiosk needs to take letters; `direction` null: the Commissioner has not allowed them, nothing is shown. */
export const LetterDesk = Type.Object({
  direction: Type.Union([Type.String(), Type.Null()]),
  register: Type.Array(KeyStatement),
  answers: Type.Array(LetterAnswer),
  nextVisit: Type.Union([PlainDay, Type.Null()]),
});
export type LetterDesk = Static<typeof LetterDesk>;

/** The letters since a time, as a justice carries them to his reader: sealed once more, as a whole. */
export const LetterPack = Type.Object(
  {
    version: Type.Literal(1),
    kind: Type.Literal('sauti-letters'),
    prison: Type.Object({ id: Id, name: Type.String() }, strict),
    madeAt: Instant,
    sealed: Type.String(),
  },
  strict,
);
export type LetterPack = Static<typeof LetterPack>;

/** What is inside a pack. */
export const PackContent = Type.Object(
  {
    version: Type.Literal(1),
    register: Type.Array(KeyStatement),
    /** All answers so far, so that a letter that was answered says so. */
    answers: Type.Array(LetterAnswer),
    wings: Type.Array(Type.Object({ id: Id, name: Type.String() }, strict)),
    /** What else he looks at, every loss in it: with the letters he opens, his reader sees whose they are. */
    visit: VisitPack,
    batches: Type.Array(
      Type.Object({ kiosk: Type.String(), receivedOn: PlainDay, letters: Type.Array(Letter) }, strict),
    ),
  },
  strict,
);
export type PackContent = Static<typeof PackContent>;
