import Type, { type Static } from 'typebox';
import { Base64Url, Id, Instant } from '../schema.ts';
import { carryFormat } from './carry.ts';

const strict = { additionalProperties: false } as const;

/** Numbers of one kiosk in runs: `[[3, 3], [7, 9]]`. */
export const NumberRuns = Type.Object(
  {
    kiosk: Id,
    runs: Type.Array(
      Type.Tuple([
        Type.Integer({ minimum: 1, maximum: 2 ** 40 }),
        Type.Integer({ minimum: 1, maximum: 2 ** 40 }),
      ]),
      { maxItems: 500 },
    ),
  },
  strict,
);
export type NumberRuns = Static<typeof NumberRuns>;

/** What a kiosk remembers of one export: when, and which numbers. `madeAt` is its best known time. */
export const ExportRecord = Type.Object(
  { id: Id, madeAt: Instant, items: Type.Array(NumberRuns, { maxItems: 20 }) },
  strict,
);
export type ExportRecord = Static<typeof ExportRecord>;

/** The file as it lies on the stick. */
export const CarryFile = Type.Object(
  {
    format: Type.Literal(carryFormat),
    kiosk: Id,
    export: Id,
    madeAt: Instant,
    /** SHA-256 of the envelope's characters, base64url. */
    digest: Base64Url(43),
    /** Ed25519 of the kiosk over `carryBytes`; null from a revoked kiosk, whose key is wiped. */
    signature: Type.Union([Base64Url(86), Type.Null()]),
    sealed: Type.String({ minLength: 50, pattern: '^v1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$' }),
  },
  strict,
);
export type CarryFile = Static<typeof CarryFile>;

/** What is inside: the items as the very texts that would have been posted, and all exports made so far. */
export const CarryContent = Type.Object(
  {
    version: Type.Literal(1),
    export: Id,
    items: Type.Array(Type.String({ maxLength: 32 * 1024 }), { maxItems: 20_000 }),
    exports: Type.Array(ExportRecord, { maxItems: 50 }),
    /** Trays of sealed letters without a receipt, as the very texts that would have been posted. */
    trays: Type.Optional(Type.Array(Type.String({ maxLength: 128 * 1024 }), { maxItems: 1_000 })),
  },
  strict,
);
export type CarryContent = Static<typeof CarryContent>;
