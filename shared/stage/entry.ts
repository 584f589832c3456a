import Type, { type Static } from 'typebox';
import { bodyOf, type EntryOf, type LineOf, orNull, strict } from '../prisoner/lines.ts';
import { oneOf, PlainDay, text } from '../schema.ts';
import { losables, stages } from './stages.ts';

/** The lines of a stage record, added and never changed. */
export const stageContents = {
  /** Put into a stage: on admission, promoted or reduced; which of the three follows from the line before. */
  stage: Type.Object({ stage: oneOf(stages), on: PlainDay, decidedBy: text(80) }, strict),
  /** The day on which the next stage is considered. */
  review: Type.Object({ on: PlainDay }, strict),
  /** A privilege forfeited (rule 18), with its end if one was set. */
  'privilege-lost': Type.Object(
    { what: oneOf(losables), from: PlainDay, to: orNull(PlainDay), orderedBy: text(80), order: text(80) },
    strict,
  ),
} as const;

export type StageLine = LineOf<typeof stageContents>;
export type StageLineKind = StageLine['kind'];
export type StageEntryKind = StageLineKind | 'reversal';
export type StageEntry = EntryOf<StageLine>;

export const StageEntryBody = bodyOf(stageContents);
export type StageEntryBody = Static<typeof StageEntryBody>;

/** The day that a line is about. */
export function dayOfStageLine(line: StageLine): string {
  return line.kind === 'privilege-lost' ? line.content.from : line.content.on;
}
