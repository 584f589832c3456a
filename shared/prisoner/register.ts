import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { SentenceView } from '../sentence/view.ts';
import { classes } from './classes.ts';

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** A person as the documentation office lists him. */
export const PrisonerRow = Type.Object({
  id: Id,
  number: Type.String(),
  name: Type.String(),
  wing: Type.String(),
  class: oneOf(classes),
  releasedAt: orNull(Instant),
});
export type PrisonerRow = Static<typeof PrisonerRow>;

/** Whose record a page shows. */
export const RecordPerson = Type.Object({
  ...PrisonerRow.properties,
  /** Another prison of this server took him in: the page ends with that moment. */
  elsewhere: Type.Boolean(),
});
export type RecordPerson = Static<typeof RecordPerson>;

export const RegisterQuery = Type.Object(
  {
    search: Type.Optional(Type.String({ maxLength: 60 })),
    wing: Type.Optional(Id),
    /** `left`: who left the prison, instead of who is here. */
    who: Type.Optional(oneOf(['here', 'left'] as const)),
    after: Type.Optional(Type.String({ maxLength: 200 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
  },
  strict,
);

/** As the record stood at the end of a day; left out: as it stands now. */
export const RecordQuery = Type.Object({ on: Type.Optional(PlainDay) }, strict);

/** One line of the record as the panel shows it: what it was, who entered it, and whether it was undone. */
export const SentenceLineRow = Type.Object({
  id: Id,
  kind: Type.String(),
  onDay: PlainDay,
  at: Instant,
  by: orNull(Type.String()),
  imported: Type.Boolean(),
  reason: Type.String(),
  reverses: orNull(Id),
  reversed: Type.Boolean(),
  content: Type.Record(
    Type.String(),
    Type.Union([Type.String(), Type.Integer(), Type.Boolean(), Type.Null()]),
  ),
});
export type SentenceLineRow = Static<typeof SentenceLineRow>;

/** The record page of the documentation office. */
export const SentencePage = Type.Object({
  prisoner: RecordPerson,
  view: SentenceView,
  lines: Type.Array(SentenceLineRow),
  /** Rule 94: the first of two has checked these dates; null if nobody has. */
  check: orNull(
    Type.Object({
      latest: PlainDay,
      earliest: PlainDay,
      by: Type.String(),
      at: Instant,
      maySecond: Type.Boolean(),
    }),
  ),
  mayWrite: Type.Boolean(),
  /** What he was shown, and when, newest first. */
  shown: Type.Array(Type.Object({ at: Instant, view: SentenceView })),
});
export type SentencePage = Static<typeof SentencePage>;

export const ReverseBody = Type.Object({ entry: Id, reason: text(300) }, strict);
export const NoticeBody = Type.Object({ answer: oneOf(['opened', 'heard', 'disagree'] as const) }, strict);
