import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { classes } from './classes.ts';
import { departureKinds, plainDepartureKinds, prisonerEventKinds, stepKinds } from './event.ts';
import { orNull, strict } from './lines.ts';
import { RecordPerson } from './register.ts';
import { sexes } from './sex.ts';

const common = { on: PlainDay, reason: text(300) };

/** What happened, on which day, and the paper it rests on. */
export const PrisonerEventBody = Type.Union([
  Type.Object({ kind: Type.Literal('moved'), wing: Id, ...common }, strict),
  Type.Object({ kind: Type.Literal('class'), class: oneOf(classes), ...common }, strict),
  Type.Object({ kind: Type.Literal('sex'), sex: oneOf(sexes), ...common }, strict),
  Type.Object({ kind: Type.Literal('transferred'), prison: Id, ...common }, strict),
  Type.Object(
    { kind: oneOf([...stepKinds, ...plainDepartureKinds, 'returned'] as const), ...common },
    strict,
  ),
]);
export type PrisonerEventBody = Static<typeof PrisonerEventBody>;

export const PrisonerEventRow = Type.Object({
  id: Id,
  kind: oneOf(prisonerEventKinds),
  on: PlainDay,
  at: Instant,
  by: orNull(Type.String()),
  reason: Type.String(),
  /** From where to where, or from what to what; null of anything else. */
  from: orNull(Type.String()),
  to: orNull(Type.String()),
});
export type PrisonerEventRow = Static<typeof PrisonerEventRow>;

/** The page of somebody's coming and going. */
export const PrisonerEventPage = Type.Object({
  prisoner: RecordPerson,
  events: Type.Array(PrisonerEventRow),
  /** The other prisons of this server, to which he can be sent with his record. */
  prisons: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  mayWrite: Type.Boolean(),
});
export type PrisonerEventPage = Static<typeof PrisonerEventPage>;

/** Who left, as the visiting justice sees it: no submission ends with it (protection.md). */
export const DepartureRow = Type.Object({
  id: Id,
  kind: oneOf(departureKinds),
  number: Type.String(),
  name: Type.String(),
  wing: Type.String(),
  on: PlainDay,
  at: Instant,
  by: orNull(Type.String()),
  reason: Type.String(),
  /** He is back, or it was a mistake. */
  returned: Type.Boolean(),
  /** Of who went to another prison of this server: which, and whether he was taken in there. */
  to: orNull(Type.String()),
  arrived: Type.Boolean(),
  /** What of his own is still open, or answered and never opened by him. */
  cases: Type.Array(Type.Object({ number: Type.Integer(), state: Type.String() })),
});
export type DepartureRow = Static<typeof DepartureRow>;
