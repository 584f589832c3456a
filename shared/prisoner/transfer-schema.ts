import Type, { type Static } from 'typebox';
import { Id, oneOf, PlainDay, text } from '../schema.ts';
import { classes } from './classes.ts';
import { strict } from './lines.ts';

/** Somebody whom another prison of this server has sent, and who is not taken in yet. */
export const Arrival = Type.Object({
  id: Id,
  name: Type.String(),
  class: oneOf(classes),
  /** The prison that sent him, and his number there. */
  from: Type.String(),
  number: Type.String(),
  on: PlainDay,
  reason: Type.String(),
});
export type Arrival = Static<typeof Arrival>;

export const ArrivalList = Type.Object({ arrivals: Type.Array(Arrival), mayWrite: Type.Boolean() });

/** Where he is here, by which number, since when, and the paper that came with him. */
export const ArrivalBody = Type.Object(
  { wing: Id, number: text(30), on: PlainDay, reason: text(300) },
  strict,
);
export type ArrivalBody = Static<typeof ArrivalBody>;
