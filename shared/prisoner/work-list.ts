import Type, { type Static } from 'typebox';
import { Id, oneOf, PlainDay } from '../schema.ts';
import { dateStates } from '../sentence/view.ts';
import { orNull } from './lines.ts';

/** Releases so many days ahead stand in the list. */
export const dueDays = 60;
/** Reviews of the stage so many days ahead. */
export const reviewDays = 14;

/** Rows of one list; a longer one is worked off from its top. */
export const workListLimit = 200;

const Person = { id: Id, number: Type.String(), name: Type.String(), wing: Type.String() };
const Plain = Type.Object(Person);

/** A release that is near, and what must be done before it (rules 94, 113, 139). */
export const DueRelease = Type.Object({
  ...Person,
  earliest: PlainDay,
  latest: PlainDay,
  check: oneOf(dateStates),
  /** The first of two has checked these dates. */
  first: Type.Boolean(),
  interviewed: Type.Boolean(),
  fare: Type.Boolean(),
});

export const WorkList = Type.Object({
  releases: Type.Array(DueRelease),
  /** Convicted, without a line of sentence. */
  withoutSentence: Type.Array(Plain),
  /** Forfeitures that he has not opened (rule 96). */
  notices: Type.Array(Type.Object({ ...Person, since: PlainDay, days: Type.Integer() })),
  /** The recorded dates are not those that he was last shown. */
  changed: Type.Array(
    Type.Object({ ...Person, shown: orNull(PlainDay), now: orNull(PlainDay), shownOn: Type.String() }),
  ),
  /** Admitted before today and not yet examined (rule 42), or not yet seen by the officer in charge (rule 139). */
  newcomers: Type.Array(
    Type.Object({ ...Person, admitted: PlainDay, examined: Type.Boolean(), interviewed: Type.Boolean() }),
  ),
  /** The day set for the review of a stage is near or past. */
  reviews: Type.Array(Type.Object({ ...Person, on: PlainDay })),
});
export type WorkList = Static<typeof WorkList>;
