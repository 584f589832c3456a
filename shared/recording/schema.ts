import Type, { type Static } from 'typebox';
import { Base64Url, Id, Instant, oneOf, text } from '../schema.ts';
import { longestSeconds, mostParts, partsTogether, recordingType } from './limits.ts';

const strict = { additionalProperties: false } as const;

/** What a sealed item says of the words that were spoken with it. Its receipt covers this, and so every piece. */
export const Recording = Type.Object(
  {
    id: Id,
    type: Type.Literal(recordingType),
    milliseconds: Type.Integer({ minimum: 1, maximum: 2 * longestSeconds * 1000 }),
    parts: Type.Integer({ minimum: 1, maximum: mostParts }),
    /** `partsDigest` of all pieces in their order. */
    digest: Base64Url(43),
  },
  strict,
);
export type Recording = Static<typeof Recording>;

export const RecordingPart = Type.Object(
  {
    position: Type.Integer({ minimum: 0, maximum: mostParts - 1 }),
    sealed: Type.String({
      minLength: 50,
      maxLength: 24_000,
      pattern: '^v1\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+$',
    }),
    /** Ed25519 of the kiosk over `partBytes`. */
    signature: Base64Url(86),
  },
  strict,
);
export type RecordingPart = Static<typeof RecordingPart>;

/** Some pieces of one recording as they travel, before or after the item that speaks of them. */
export const RecordingParts = Type.Object(
  {
    /** The item that they belong to. */
    item: Id,
    recording: Id,
    kiosk: Id,
    parts: Type.Array(RecordingPart, { minItems: 1, maxItems: partsTogether }),
  },
  strict,
);
export type RecordingParts = Static<typeof RecordingParts>;

const words = {
  /** What is heard, in its own language, or what it means in another. */
  kind: oneOf(['transcript', 'translation'] as const),
  language: Type.String({ pattern: '^[a-z]{2,3}$' }),
  text: text(5000),
};

/** What is typed beside a recording. */
export const WordsBody = Type.Object(words, strict);
export type WordsBody = Static<typeof WordsBody>;

/** The same as it stands there, with who wrote it. */
export const SpokenWords = Type.Object({ ...words, by: Type.String(), at: Instant });
export type SpokenWords = Static<typeof SpokenWords>;

/** A recording whole, for whoever may hear it. */
export const Heard = Type.Object({
  type: Type.Literal(recordingType),
  /** Base64. */
  sound: Type.String(),
});
