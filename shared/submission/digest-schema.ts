import Type, { type Static } from 'typebox';
import { PlainDay } from '../schema.ts';
import { CaseRow } from './case-schema.ts';

/** The most late cases that a digest writes out; it says how many there are. */
export const digestLimit = 100;

/** A case that is overdue, with the day on which it last rose. */
export const LateRow = Type.Object({
  ...CaseRow.properties,
  roseOn: Type.Union([PlainDay, Type.Null()]),
});
export type LateRow = Static<typeof LateRow>;

/** What is overdue among the cases that the reader may open, longest first. */
export const Digest = Type.Object({
  on: PlainDay,
  /** Whether he said today that he has read it; with nothing late there is nothing to read. */
  read: Type.Boolean(),
  /** The day on which he last said so. */
  lastReadOn: Type.Union([PlainDay, Type.Null()]),
  late: Type.Integer({ minimum: 0 }),
  rows: Type.Array(LateRow),
});
export type Digest = Static<typeof Digest>;
