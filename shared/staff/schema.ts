import Type, { type Static } from 'typebox';
import { Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { unitKeys } from '../submission/kinds.ts';
import { roles } from './roles.ts';

const strict = { additionalProperties: false } as const;
const RoleName = oneOf(roles);
const UnitName = oneOf(unitKeys);

export const StaffSignInBody = Type.Object({ username: text(60), password: text(200) }, strict);

/** Who is signed in to the panel. */
export const Me = Type.Object({
  id: Id,
  name: Type.String(),
  username: Type.String(),
  role: RoleName,
  unit: Type.Union([UnitName, Type.Null()]),
  prison: Type.Union([
    Type.Object({ id: Id, name: Type.String(), demonstration: Type.Boolean() }),
    Type.Null(),
  ]),
  /** In which days and hours are shown: his prison's, or the server's where he has none. */
  zone: Type.String(),
  wing: Type.Union([Type.String(), Type.Null()]),
  /** The wings of his prison, by id, for filters and for *about an officer*; empty without a prison. */
  wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** Who stands in for the officer in charge of his prison today, and until when. */
  standIn: Type.Union([Type.Object({ id: Id, name: Type.String(), until: PlainDay }), Type.Null()]),
  /** Something is late that he has not read of today: that comes before anything else. */
  digestUnread: Type.Boolean(),
  timeConfirmed: Type.Boolean(),
  /** A first password, handed over by somebody else, must be changed before anything else. */
  mustChangePassword: Type.Boolean(),
});
export type Me = Static<typeof Me>;

/** An officer who can be named in a submission; every officer is listed, with an account or without. */
export const OfficerRow = Type.Object({
  id: Id,
  name: Type.String(),
  role: RoleName,
  unit: Type.Union([UnitName, Type.Null()]),
});
export type OfficerRow = Static<typeof OfficerRow>;

export const StaffRow = Type.Object({
  id: Id,
  name: Type.String(),
  username: Type.String(),
  role: RoleName,
  unit: Type.Union([UnitName, Type.Null()]),
  wing: Type.Union([Type.String(), Type.Null()]),
  superior: Type.Union([Type.String(), Type.Null()]),
  state: Type.Enum(['proposed', 'active', 'ended']),
  proposedBy: Type.Union([Type.String(), Type.Null()]),
  /** Whether the reader may approve this proposal (another person, another office, not under the proposer). */
  canApprove: Type.Boolean(),
});
export type StaffRow = Static<typeof StaffRow>;

export const StaffBody = Type.Object(
  {
    name: text(80),
    username: Type.String({ pattern: '^[a-z][a-z0-9.-]{1,38}[a-z0-9]$' }),
    role: RoleName,
    unit: Type.Union([UnitName, Type.Null()]),
    wing: Type.Union([Id, Type.Null()]),
    superior: Type.Union([Id, Type.Null()]),
  },
  strict,
);
/** Shown once, to be handed over; it must be changed at the first sign-in. */
export const FirstPassword = Type.Object({ id: Id, password: Type.Union([Type.String(), Type.Null()]) });
export const PasswordBody = Type.Object(
  { current: text(200), next: Type.String({ minLength: 10, maxLength: 200 }) },
  strict,
);

/** Things that somebody must look at: conflicts, unopenable envelopes, gaps, doubled numbers, the clock, back-ups. */
export const Irregularity = Type.Object({
  id: Id,
  /** A day alone, in the prison, where an officer of the prison must not learn the hour of a submission. */
  at: Type.Union([Instant, PlainDay]),
  kind: Type.Enum([
    'id-conflict',
    'unopenable',
    'sequence-doubled',
    'sequence-missing',
    'receipt-without-submission',
    'letters-missing',
    'code-changed',
    'code-unknown',
    'revoked-kiosk',
    'kiosk-revoked',
    'clock-jumped',
    'identity-unknown-key',
    'restored',
    'back-up-failed',
    'log-behind',
    'log-rewritten',
    'log-damaged',
    'log-content',
    'log-continued',
    'sign-in-locked-up',
  ]),
  kiosk: Type.Union([Type.String(), Type.Null()]),
  detail: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()])),
});
export type Irregularity = Static<typeof Irregularity>;

export const TimeState = Type.Object({
  now: Instant,
  confirmed: Type.Boolean(),
  reason: Type.Union([Type.Enum(['behind-last-entry', 'far-ahead', 'kiosks-disagree']), Type.Null()]),
  latestSeen: Instant,
  confirmedBy: Type.Array(Type.String()),
});
export type TimeState = Static<typeof TimeState>;
