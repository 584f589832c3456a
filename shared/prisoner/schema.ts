import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, text } from '../schema.ts';
import { classes } from './classes.ts';
import { Pin } from './pin-schema.ts';
import { sexes } from './sex.ts';

const strict = { additionalProperties: false } as const;

export const SignInBody = Type.Object({ number: text(30), pin: Pin }, strict);

/** What a kiosk gets when number and PIN fit. No name: it is never shown beside the PIN. */
export const SignedIn = Type.Object({
  token: Type.String(),
  /** Goes into the identity envelope in place of number and PIN, and serves weeks later too. */
  pass: Type.String(),
  expiresAt: Instant,
  /** "You were last here on …, Wing B. Not you?" Null at the first sign-in. */
  last: Type.Union([Type.Object({ id: Id, at: Instant, wing: Type.String() }), Type.Null()]),
  /** Which pages are meant for him. */
  class: oneOf(classes),
  sex: Type.Union([oneOf(sexes), Type.Null()]),
  /** Submissions made in this number with a PIN that did not fit: "was this you?" */
  claims: Type.Array(Type.Object({ id: Id, at: Instant })),
  /** Others reset his PIN less than 48 hours ago: what is older stays closed until then. */
  reset: Type.Union([Type.Object({ at: Instant, closedUntil: Instant }), Type.Null()]),
});
export type SignedIn = Static<typeof SignedIn>;

export const NotMeBody = Type.Object({ signIn: Id }, strict);
/** *Yes* needs the receipt code; *no* does not. */
export const ClaimBody = Type.Union([
  Type.Object({ mine: Type.Literal(true), code: text(20) }, strict),
  Type.Object({ mine: Type.Literal(false) }, strict),
]);
export const SettleBody = Type.Object({ settled: Type.Boolean() }, strict);
export const CodeLookupBody = Type.Object({ code: text(20) }, strict);
export const CodeSettleBody = Type.Object({ code: text(20), settled: Type.Boolean() }, strict);
