import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, text } from '../schema.ts';
import { orNull, strict } from './lines.ts';
import { pinPattern, slipsAtOnce } from './pin.ts';
import { pinKinds } from './pin-pictures.ts';

export const Pin = Type.String({ pattern: pinPattern });

/** His own PIN in place of the slip's. */
export const ChoosePinBody = Type.Object({ number: text(30), pin: Pin, chosen: Pin }, strict);

const Named = { id: Id, number: Type.String(), name: Type.String(), wing: Type.String() };

/** Whose slip can be printed, and what his PIN was made of or is to be, as far as anybody said. */
const Printable = { ...Named, kind: oneOf(pinKinds) };

/** A new PIN that somebody asked for, and how far it has come. */
export const PinReset = Type.Object({
  ...Printable,
  /** The person, whom `id` of the reset is not. */
  prisoner: Id,
  reason: Type.String(),
  askedBy: Type.String(),
  askedAt: Instant,
  secondBy: orNull(Type.String()),
  state: oneOf(['waiting', 'ready'] as const),
  /** Whether whoever looks may be its second person. */
  mayDecide: Type.Boolean(),
});
export type PinReset = Static<typeof PinReset>;

export const PinList = Type.Object({
  /** Who has no PIN yet, by name; at most `pinListLimit`. */
  without: Type.Array(Type.Object(Printable)),
  count: Type.Integer({ description: 'How many have no PIN yet, of the wing that was asked for.' }),
  /** Slips that were printed and have not been used: how many people hold one, or never got it. */
  unused: Type.Integer(),
  resets: Type.Array(PinReset),
});
export type PinList = Static<typeof PinList>;
export const pinListLimit = 200;
export const PinQuery = Type.Object({ wing: Type.Optional(Id) }, strict);

export const PrintBody = Type.Object(
  {
    prisoners: Type.Array(Id, { minItems: 1, maxItems: slipsAtOnce, uniqueItems: true }),
    /** Who of them gets pictures; all others get digits. */
    pictures: Type.Optional(Type.Array(Id, { maxItems: slipsAtOnce, uniqueItems: true })),
  },
  strict,
);
/** What a slip says; the PIN is in this answer and nowhere else. */
export const PinSlip = Type.Object({ ...Named, pin: Type.String(), reset: Type.Boolean() });
export type PinSlip = Static<typeof PinSlip>;

export const ResetBody = Type.Object({ number: text(30), reason: text(300) }, strict);
export const ResetDecision = Type.Object({ accept: Type.Boolean() }, strict);

/** What the visiting justice sees of PINs: who printed which, and what somebody says was not he. */
export const PinWatchRow = Type.Object({
  kind: oneOf(['first', 'reset', 'not-me'] as const),
  at: Instant,
  number: Type.String(),
  name: Type.String(),
  /** Who asked, let it through, printed; empty for *not me*. */
  by: Type.Array(Type.String()),
  reason: orNull(Type.String()),
  /** *Not me*: where and when that sign-in was. */
  wing: orNull(Type.String()),
  signedInAt: orNull(Instant),
});
export type PinWatchRow = Static<typeof PinWatchRow>;
