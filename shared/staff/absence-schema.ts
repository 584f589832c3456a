import Type, { type Static } from 'typebox';
import { Id, PlainDay, text } from '../schema.ts';
import { OfficerRow } from './schema.ts';

const strict = { additionalProperties: false } as const;
const Name = Type.Union([Type.String(), Type.Null()]);

/** Who stands in for the officer in charge, and on which days. */
export const AbsenceRow = Type.Object({
  id: Id,
  deputy: Type.String(),
  fromOn: PlainDay,
  untilOn: PlainDay,
  reason: Type.String(),
  enteredBy: Type.String(),
  /** The day on which the officer in charge was back before the last day, and who entered it. */
  endedOn: Type.Union([PlainDay, Type.Null()]),
  endedBy: Name,
  state: Type.Enum(['now', 'coming', 'over']),
});
export type AbsenceRow = Static<typeof AbsenceRow>;

/** One prison's page of absences. */
export const PrisonAbsences = Type.Object({
  prison: Type.Object({ id: Id, name: Type.String() }),
  today: PlainDay,
  /** Newest first. */
  absences: Type.Array(AbsenceRow),
  /** Who may stand in. */
  officers: Type.Array(OfficerRow),
});
export type PrisonAbsences = Static<typeof PrisonAbsences>;

export const AbsencePage = Type.Object({
  prisons: Type.Array(PrisonAbsences),
  /** Whether the reader enters absences. */
  mayEnter: Type.Boolean(),
});

export const AbsenceBody = Type.Object(
  { prison: Id, deputy: Id, fromOn: PlainDay, untilOn: PlainDay, reason: text(200) },
  strict,
);
