import Type, { type Static } from 'typebox';
import { LogStanding } from '../log/schema.ts';
import { departureKinds } from '../prisoner/event.ts';
import { Instant, oneOf, PlainDay } from '../schema.ts';
import { kindNames } from '../submission/kinds.ts';
import { states } from '../submission/life.ts';
import { heldIn, lossKinds } from './kinds.ts';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const count = Type.Integer({ minimum: 0 });
const person = { number: Type.String(), name: Type.String() };

/** Somebody under punishment, or held where he cannot come to a kiosk (rule 108). */
export const HeldNow = Type.Object({
  ...person,
  where: oneOf(heldIn),
  since: PlainDay,
  until: orNull(PlainDay),
  /** Null: nobody has entered it. */
  why: orNull(Type.String()),
  orderedBy: orNull(Type.String()),
  /** Last entered as seen by the medical officer. */
  examinedOn: orNull(PlainDay),
  offeredOn: orNull(PlainDay),
});
export type HeldNow = Static<typeof HeldNow>;

/** Something that somebody lost, or that was done to him. */
export const LossRow = Type.Object({
  ...person,
  kind: oneOf(lossKinds),
  on: PlainDay,
  /** The server's own day: a line may be dated back. */
  enteredOn: PlainDay,
  by: orNull(Type.String()),
  reason: orNull(Type.String()),
  /** Undone by a later line. */
  undone: Type.Boolean(),
  /** His latest submission of the sixty days before, or a letter, which has no number; null if there is neither. */
  after: orNull(Type.Object({ number: orNull(count), on: PlainDay })),
});
export type LossRow = Static<typeof LossRow>;

export const VisitCase = Type.Object({
  number: count,
  kind: oneOf(kindNames),
  problem: Type.String(),
  wing: orNull(Type.String()),
  receivedOn: PlainDay,
  dueOn: PlainDay,
  overdue: Type.Boolean(),
  state: oneOf(states),
  reopened: count,
});
export type VisitCase = Static<typeof VisitCase>;

export const VisitKiosk = Type.Object({
  kiosk: Type.String(),
  wing: Type.String(),
  revoked: Type.Boolean(),
  lastSeenAt: orNull(Instant),
  /** Minutes in which the server heard nothing of it; and of these, while another kiosk of the prison was on. */
  silentMinutes: count,
  aloneMinutes: count,
  /** Numbers that it gave out and that never came, noted since the day. */
  missing: Type.Array(Type.Integer()),
});
export type VisitKiosk = Static<typeof VisitKiosk>;

/** All that a visiting justice looks at on a visit (rules 106 to 111), since a day. */
export const VisitPack = Type.Object({
  version: Type.Literal(1),
  prison: Type.Object({ id: Type.String(), name: Type.String() }),
  since: PlainDay,
  today: PlainDay,
  madeAt: Instant,
  held: Type.Array(HeldNow),
  /** To the panel only those after a submission; to the reader all, for the writers of letters that it opens. */
  losses: Type.Array(LossRow),
  departures: Type.Array(
    Type.Object({
      ...person,
      kind: oneOf(departureKinds),
      on: PlainDay,
      enteredOn: PlainDay,
      by: orNull(Type.String()),
      cases: Type.Array(count),
    }),
  ),
  /** Open ones past their day, the oldest first, whenever they came. */
  overdue: Type.Array(VisitCase),
  /** What came since the day, newest first, as far as it is listed here. */
  cases: Type.Array(VisitCase),
  received: count,
  answers: Type.Object({ sent: count, sameText: count, notSettled: count }),
  silentWings: Type.Array(Type.String()),
  kiosks: Type.Array(VisitKiosk),
  irregularities: Type.Array(Type.Object({ kind: Type.String(), count })),
  pins: Type.Object({ resets: count, notMe: count }),
  /** Finished cases drawn by lot. */
  sample: Type.Array(VisitCase),
  log: Type.Object({
    hold: LogStanding.properties.hold,
    size: count,
    short: orNull(Type.String()),
    signedAt: orNull(Instant),
    witnesses: count,
    /** How many of them signed for the newest head, or one of the last day. */
    signed: count,
  }),
});
export type VisitPack = Static<typeof VisitPack>;

export const VisitQuery = Type.Object({ since: Type.Optional(PlainDay) }, { additionalProperties: false });
