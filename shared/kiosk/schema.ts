import Type, { type Static } from 'typebox';
import { PrisonRule } from '../rulebook/schema.ts';
import { Base64Url, Id, Instant, oneOf, PlainDay, text } from '../schema.ts';
import { KindOffer } from '../submission/kind-schema.ts';
import { ExportRecord } from './carry-schema.ts';

const strict = { additionalProperties: false } as const;
export const KioskMode = Type.Enum(['handset', 'speaker']);
/** On a wall of a wing, or carried by an officer to those who cannot come to one. */
export const KioskKind = Type.Enum(['wall', 'round']);
/**
 * What a listed card reader sends before a number, one to eight characters that no prison number has; null where
 * there is no reader.
 */
export const CardPrefix = Type.Union([Type.String({ pattern: '^[!-~]{1,8}$' }), Type.Null()]);

/** What a kiosk keeps of its PIN: enough to know it again, and no shorter way to it than trying. */
export const DevicePin = Type.Object(
  { salt: Base64Url(22), iterations: Type.Integer({ minimum: 1, maximum: 10_000_000 }), hash: Base64Url(43) },
  { additionalProperties: false },
);
export type DevicePin = Static<typeof DevicePin>;

/** A sealing or checking key as kiosks pin it: raw public bytes, base64url. */
const PinnedKey = Type.Object({ id: Type.String(), publicKey: Base64Url(43) });

export const EnrolBody = Type.Object(
  { code: Type.String({ pattern: '^[0-9A-Za-z -]{6,20}$' }), publicKey: Base64Url(43), mode: KioskMode },
  strict,
);
/** The demonstration's way in, on loopback only: no code. */
export const EnrolHereBody = Type.Object({ publicKey: Base64Url(43), mode: KioskMode }, strict);

/** All that a kiosk pins at enrolment. `codeKey` is secret: it makes this kiosk's receipt codes. */
export const Enrolment = Type.Object({
  kiosk: Id,
  name: Type.String(),
  prison: Id,
  codeKey: Base64Url(43),
  sealing: PinnedKey,
  receipts: PinnedKey,
});
export type Enrolment = Static<typeof Enrolment>;

export const Challenge = Type.Object({ nonce: Type.String() });
export const KioskSessionBody = Type.Object(
  { kiosk: Id, nonce: Type.String({ minLength: 20, maxLength: 200 }), signature: Base64Url(86) },
  strict,
);
export const KioskSession = Type.Object({ token: Type.String(), expiresAt: Instant });

/** What the kiosk needs to know of its prison; refreshed whenever the server is reached. */
export const KioskSettings = Type.Object({
  prison: Type.Object({ id: Id, name: Type.String(), zone: Type.String(), demonstration: Type.Boolean() }),
  wing: Type.Object({ id: Id, name: Type.String() }),
  wings: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  mode: KioskMode,
  /** Those that this prison offers, in their order; `draft` unless a named speaker reviewed every word of the kiosk. */
  languages: Type.Array(Type.Object({ code: Type.String(), draft: Type.Boolean() })),
  kind: KioskKind,
  cardPrefix: CardPrefix,
  /** Null: this kiosk was enrolled before device PINs were given, and none was set since. */
  devicePin: Type.Union([DevicePin, Type.Null()]),
  /** How a prison number looks, and the keys its keypad shows. */
  number: Type.Object({ pattern: Type.String(), keys: Type.Array(Type.String()), example: Type.String() }),
  /** Working days until an answer is due, per kind; `confirmed` false until an officer confirmed it. */
  answerDays: Type.Object({ days: Type.Integer(), confirmed: Type.Boolean() }),
  holidays: Type.Array(PlainDay),
  /** How every kind is asked, routed and timed now. */
  kinds: Type.Array(KindOffer),
  /** What this prison entered about itself: scales, issues, visiting days, addresses. */
  prisonRules: Type.Array(PrisonRule),
  time: Instant,
  timeConfirmed: Type.Boolean(),
});
export type KioskSettings = Static<typeof KioskSettings>;

const Percent = Type.Integer({ minimum: 0, maximum: 100 });

export const HeartbeatBody = Type.Object(
  {
    wall: Instant,
    monotonic: Type.Integer({ minimum: 0 }),
    boot: Id,
    /** The last sequence number given out, and how many items wait here without a receipt. */
    sequence: Type.Integer({ minimum: 0 }),
    waiting: Type.Integer({ minimum: 0 }),
    quarantined: Type.Integer({ minimum: 0 }),
    build: text(80),
    persisted: Type.Boolean(),
    // What follows came later: a kiosk with an older build does not say it.
    /** How much of the room that the browser gives is used, in percent. */
    storageUsed: Type.Optional(Percent),
    /** Percent, of a machine that has one. */
    battery: Type.Optional(Type.Object({ level: Percent, charging: Type.Boolean() }, strict)),
    /** A build that did not come up here and was switched back from. */
    rejected: Type.Optional(text(80)),
    /** The store cannot be used: counts are those that were known last. */
    trouble: Type.Optional(oneOf(['storage-full', 'database-closed'])),
    /** The bundle of pages that is on the screen. */
    content: Type.Optional(Base64Url(43)),
    /** Exports to a stick that the server has not acknowledged yet. */
    exports: Type.Optional(Type.Array(ExportRecord, { maxItems: 20 })),
    /** The trays of letters that are kept here, sent or not: the nights from `first` to `last`, the last one given out. */
    nights: Type.Optional(
      Type.Object({ first: Type.Integer({ minimum: 1 }), last: Type.Integer({ minimum: 0 }) }, strict),
    ),
  },
  strict,
);
export const Heartbeat = Type.Object({
  time: Instant,
  timeConfirmed: Type.Boolean(),
  /** The highest sequence that the server has from this kiosk, and what is missing below it. */
  received: Type.Integer(),
  missing: Type.Array(Type.Integer()),
  /** The exports among those reported that are written down here now. */
  exports: Type.Array(Id),
  /** The bundle of pages that counts; a kiosk that shows another fetches it. */
  content: Type.String(),
  /** The highest night whose tray the server has from this kiosk, and what is missing below it. */
  nights: Type.Object({ received: Type.Integer(), missing: Type.Array(Type.Integer()) }),
});
export type Heartbeat = Static<typeof Heartbeat>;

export const CodeBody = Type.Object(
  { wing: Id, name: text(40), kind: KioskKind, cardPrefix: CardPrefix },
  strict,
);
/** The PIN is shown this once; the server, and later the kiosk, keep a slow hash of it. */
export const EnrolmentCode = Type.Object({
  code: Type.String(),
  expiresAt: Instant,
  devicePin: Type.String(),
});
export const NewDevicePin = Type.Object({ devicePin: Type.String() });

/** The text of a carried file, as it was read from the stick. */
export const ImportBody = Type.Object({ file: Type.String({ minLength: 1 }) }, strict);
/** What became of the items of a carried file. */
export const Imported = Type.Object({
  kiosk: Type.String(),
  madeAt: Instant,
  /** The kiosk was revoked; its items are taken in, marked. */
  revoked: Type.Boolean(),
  new: Type.Integer(),
  known: Type.Integer(),
  conflicting: Type.Integer(),
  refused: Type.Array(Type.Object({ problem: Type.String(), count: Type.Integer() })),
  /** Nights of sealed letters that are here now: as many whether anybody wrote or not. */
  nights: Type.Integer(),
});
export type Imported = Static<typeof Imported>;

/** One export to a stick, as the panel lists it. */
export const ExportRow = Type.Object({
  id: Id,
  kiosk: Type.String(),
  madeAt: Instant,
  importedAt: Type.Union([Instant, Type.Null()]),
  /** Not imported in seven days. */
  late: Type.Boolean(),
  /** Everything on it has come to the server, by whichever way. */
  complete: Type.Boolean(),
});
export type ExportRow = Static<typeof ExportRow>;

const counted = Type.Union([Type.Integer(), Type.Null()]);

/**
 * A kiosk as the panel lists it. What counts its items is null for officers of the prison: who watches such a
 * number grow ties a nameless submission to a wing and a minute.
 */
export const KioskRow = Type.Object({
  id: Id,
  name: Type.String(),
  wing: Type.String(),
  mode: KioskMode,
  kind: KioskKind,
  enrolledAt: Instant,
  revokedAt: Type.Union([Instant, Type.Null()]),
  /** To ten minutes for officers of the prison: a kiosk speaks right after it delivered something. */
  lastSeen: Type.Union([Instant, Type.Null()]),
  build: Type.Union([Type.String(), Type.Null()]),
  waiting: counted,
  quarantined: counted,
  persisted: Type.Union([Type.Boolean(), Type.Null()]),
  received: counted,
  /** Not heard of for longer than a slow network explains. */
  silent: Type.Boolean(),
  /** A build that did not come up there. */
  rejected: Type.Union([Type.String(), Type.Null()]),
  /** Percent of the room that the browser gives. */
  storageUsed: Type.Union([Type.Integer(), Type.Null()]),
  battery: Type.Union([Type.Object({ level: Percent, charging: Type.Boolean() }), Type.Null()]),
  trouble: Type.Union([oneOf(['storage-full', 'database-closed']), Type.Null()]),
  /** How many numbers stand under two items: somebody has a copy of its key. */
  doubled: counted,
  /** Sequence numbers that the kiosk gave out and the server never saw. */
  missing: Type.Union([Type.Array(Type.Integer()), Type.Null()]),
  /** Kiosk's clock less server's, in seconds, when last seen. */
  clockError: Type.Union([Type.Integer(), Type.Null()]),
});
export type KioskRow = Static<typeof KioskRow>;

/** A kiosk is a wing's voice: whoever takes it away says why, and the visiting justice reads it. */
export const RevokeBody = Type.Object({ reason: text(300) }, { additionalProperties: false });
