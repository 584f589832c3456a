import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { notAskedReasons, offerAnswers, sections } from './kinds.ts';

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** What is inside the sealed envelope of an offer. It travels like a submission, and is none. */
export const OfferContent = Type.Object(
  {
    version: Type.Literal(1),
    id: Id,
    type: Type.Literal('offer'),
    section: oneOf(sections),
    /** As it was typed on the round. */
    number: text(30),
    answer: oneOf(offerAnswers),
    reason: orNull(oneOf(notAskedReasons)),
    /** The kiosk's best known time; the statement's own is its wall clock. */
    madeAt: Instant,
  },
  strict,
);
export type OfferContent = Static<typeof OfferContent>;

/** Somebody who is held where he cannot come to a kiosk, and his days without an offer. */
export const HeldRow = Type.Object({
  id: Id,
  number: Type.String(),
  name: Type.String(),
  section: oneOf(sections),
  fromOn: PlainDay,
  recordedAt: Instant,
  /** Null: none since he is there. */
  lastOfferedOn: orNull(PlainDay),
  /** Newest first, of the last `daysShown` at most. */
  daysWithout: Type.Array(PlainDay),
});
export type HeldRow = Static<typeof HeldRow>;

/** An offer, by its day alone: an hour would tell who stood at the machine when something came without a name. */
export const OfferRow = Type.Object({
  id: Id,
  madeOn: PlainDay,
  receivedOn: PlainDay,
  section: oneOf(sections),
  number: Type.String(),
  /** Null: nobody here has that number. */
  name: orNull(Type.String()),
  answer: oneOf(offerAnswers),
  reason: orNull(oneOf(notAskedReasons)),
  kiosk: Type.String(),
  /** Somebody with that number was entered as held there on that day. */
  onTheList: Type.Boolean(),
});
export type OfferRow = Static<typeof OfferRow>;

const count = Type.Integer({ minimum: 0 });

/** The page of the rounds. */
export const Rounds = Type.Object({
  today: PlainDay,
  /** Round kiosks that are enrolled and not revoked. */
  kiosks: count,
  held: Type.Array(HeldRow),
  days: Type.Array(
    Type.Object({
      on: PlainDay,
      sections: Type.Array(
        Type.Object({
          section: oneOf(sections),
          held: count,
          reached: count,
          used: count,
          notWanted: count,
          notAsked: count,
        }),
      ),
    }),
  ),
  offers: Type.Array(OfferRow),
  /** Whether the reader may enter who is held. */
  mayWrite: Type.Boolean(),
});
export type Rounds = Static<typeof Rounds>;

export const PlacementBody = Type.Object(
  { number: text(30), section: oneOf(sections), fromOn: PlainDay },
  strict,
);
