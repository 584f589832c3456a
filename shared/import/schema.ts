import Type, { type Static } from 'typebox';
import { orNull, strict } from '../prisoner/lines.ts';
import { Id, oneOf } from '../schema.ts';
import { importNouns, rowMistakes } from './columns.ts';

export const ImportBody = Type.Object(
  {
    noun: oneOf(importNouns),
    /** The file's text. */
    text: Type.String({ minLength: 1, maxLength: 6_000_000 }),
    /** False: only says what would change. */
    apply: Type.Boolean(),
    /** Of the rows that would change, those after this line are listed. */
    after: Type.Integer({ minimum: 0 }),
  },
  strict,
);
export type ImportBody = Static<typeof ImportBody>;

/** What a row does: adds a line or a person, changes a person, or says what stands already. */
export const rowDeeds = ['add', 'change', 'same'] as const;

export const ImportReply = Type.Object({
  rows: Type.Integer(),
  counts: Type.Object({ add: Type.Integer(), change: Type.Integer(), same: Type.Integer() }),
  /** All of them, in the order of their lines. */
  errors: Type.Array(
    Type.Object({
      line: Type.Integer(),
      column: orNull(Type.String()),
      mistake: oneOf(rowMistakes),
    }),
  ),
  /** Some of the rows, from the line asked for on; `next` is where the following ones begin. */
  changes: Type.Array(
    Type.Object({
      line: Type.Integer(),
      deed: oneOf(rowDeeds),
      number: Type.String(),
      name: orNull(Type.String()),
      words: Type.Array(Type.String()),
    }),
  ),
  next: orNull(Type.Integer()),
  /** The id of the import once it is taken in. */
  taken: orNull(Id),
});
export type ImportReply = Static<typeof ImportReply>;
