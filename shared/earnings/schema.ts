import Type, { type Static } from 'typebox';
import { classes } from '../prisoner/classes.ts';
import { orNull, strict } from '../prisoner/lines.ts';
import { RecordPerson, RecordQuery } from '../prisoner/register.ts';
import { Id, oneOf, PlainDay } from '../schema.ts';
import { grades } from './kinds.ts';
import { EarningsView, Statement } from './view.ts';

/** One prisoner's earnings as the panel shows them: how they stand, and one month as it can be printed. */
export const EarningsPage = Type.Object({
  prisoner: RecordPerson,
  view: EarningsView,
  statement: Statement,
  mayWrite: Type.Boolean(),
});
export type EarningsPage = Static<typeof EarningsPage>;

export const EarningsQuery = Type.Object(
  {
    ...RecordQuery.properties,
    month: Type.Optional(Type.String({ pattern: '^[0-9]{4}-(0[1-9]|1[0-2])$' })),
  },
  strict,
);

/** The sheet of a wing on a day. */
export const WorkSheet = Type.Object({
  day: PlainDay,
  rows: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      name: Type.String(),
      class: oneOf(classes),
      entered: orNull(oneOf(grades)),
      lastGrade: orNull(oneOf(grades)),
    }),
  ),
  mayWrite: Type.Boolean(),
});
export type WorkSheet = Static<typeof WorkSheet>;
export const WorkSheetQuery = Type.Object({ day: PlainDay, wing: Id }, strict);
