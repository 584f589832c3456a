import Type, { type Static } from 'typebox';
import { Base64Url, Id, Instant, text } from '../schema.ts';

const strict = { additionalProperties: false } as const;
const Size = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER });
/** A signed note: lines, so not `text`. */
const NoteText = Type.String({ minLength: 1, maxLength: 20_000 });

/**
 * Why a log is not signed: restored from a back-up and not yet compared with every witness; shorter than a
 * witness saw it; another one than a witness saw; its entries do not come to what is stored of them.
 */
export const LogHold = Type.Enum(['restored', 'behind', 'rewritten', 'damaged']);
export type LogHold = Static<typeof LogHold>;

/** The log's key with the signature of the key that checks receipts, which every kiosk pinned. */
export const VouchedKey = Type.Object({
  verifier: Type.String(),
  by: Type.String(),
  signature: Type.String(),
});
export type VouchedKey = Static<typeof VouchedKey>;

/** What a witness holds: the last checkpoint that it cosigned, word for word. Null for one that begins. */
export const WitnessBody = Type.Object({ held: Type.Union([NoteText, Type.Null()]) }, strict);
export const WitnessReply = Type.Object({
  key: VouchedKey,
  /** Counts the beginnings of this log. */
  epoch: Type.Integer({ minimum: 1 }),
  /** The newest signed head; null while there is none. */
  checkpoint: Type.Union([Type.String(), Type.Null()]),
  /** From what is held to that head, base64; empty where nothing is held or both are equal. */
  proof: Type.Array(Type.String()),
  hold: Type.Union([LogHold, Type.Null()]),
});
export type WitnessReply = Static<typeof WitnessReply>;

export const CosignBody = Type.Object(
  {
    epoch: Type.Integer({ minimum: 1 }),
    size: Size,
    /** Since 1970 UTC, by the witness's best knowledge; a part of what it signed. */
    seconds: Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER }),
    signature: Base64Url(86),
  },
  strict,
);

export const ProofsBody = Type.Object({ ids: Type.Array(Id, { minItems: 1, maxItems: 20 }) }, strict);
/** Receipts as `c2sp.org/tlog-proof@v1` files, of those that a signed head holds. */
export const ProofsReply = Type.Object({
  proofs: Type.Array(Type.Object({ id: Id, file: Type.String() })),
});
export type ProofsReply = Static<typeof ProofsReply>;

const small = Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Null()]));

/** How a prison's log stands, for whoever watches over it. */
export const LogStanding = Type.Object({
  prison: Type.Object({ id: Id, name: Type.String() }),
  epoch: Type.Integer(),
  size: Size,
  /** As one line of text, to be compared with what other people wrote down. */
  key: Type.String(),
  checkpoint: Type.Union([
    Type.Object({
      size: Size,
      signedAt: Instant,
      /** For the minute book: twenty symbols. */
      short: Type.String(),
      note: Type.String(),
    }),
    Type.Null(),
  ]),
  hold: Type.Union([LogHold, Type.Null()]),
  heldAt: Type.Union([Instant, Type.Null()]),
  detail: small,
  /** The last time that the whole tree was worked out anew. */
  checkedAt: Type.Union([Instant, Type.Null()]),
  checkedSize: Type.Union([Size, Type.Null()]),
  witnesses: Type.Array(
    Type.Object({
      kiosk: Type.String(),
      wing: Type.String(),
      revoked: Type.Boolean(),
      key: Type.String(),
      /** What it cosigned last, null if it never did. */
      size: Type.Union([Size, Type.Null()]),
      at: Type.Union([Instant, Type.Null()]),
    }),
  ),
  evidence: Type.Array(
    Type.Object({
      kiosk: Type.String(),
      fault: Type.Enum(['behind', 'rewritten']),
      at: Instant,
      size: Size,
      short: Type.String(),
      note: Type.String(),
    }),
  ),
  /** The code that the server gives to kiosks, as it stands in the log, newest first. */
  code: Type.Array(
    Type.Object({
      build: Type.String(),
      version: Type.String(),
      /** SHA-256 over all its files, hex. */
      digest: Type.String(),
      notedAt: Instant,
      /** How many kiosks say that they run a build of this name. */
      kiosks: Type.Integer(),
    }),
  ),
});
export type LogStanding = Static<typeof LogStanding>;

export const InclusionQuery = Type.Object({ index: Size, size: Size, prison: Type.Optional(Id) }, strict);
export const ConsistencyQuery = Type.Object({ older: Size, size: Size, prison: Type.Optional(Id) }, strict);
export const ProofReply = Type.Object({ proof: Type.Array(Type.String()) });

/** Which part of an export; left out for the first one. */
export const ExportQuery = Type.Object(
  {
    prison: Type.Optional(Id),
    part: Type.Optional(
      Type.String({ pattern: '^(entry|event)\\.[0-9]{1,15}\\.[0-9]{1,15}\\.[0-9a-f-]{0,36}$' }),
    ),
  },
  strict,
);
/** Some lines of the file, and what to ask for next; null at its end. */
export const ExportReply = Type.Object({
  lines: Type.Array(Type.String()),
  next: Type.Union([Type.String(), Type.Null()]),
});

export const ContinueBody = Type.Object({ why: text(500) }, strict);
