import Type, { type Static } from 'typebox';
import { oneOf, PlainDay, text } from '../schema.ts';

/** The stages of rules 9 to 15, lowest first; the special stage is reached from the fourth. */
export const stages = ['first', 'second', 'third', 'fourth', 'special'] as const;
export type Stage = (typeof stages)[number];

const strict = { additionalProperties: false } as const;
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** The lines of a stage record, added and never changed. */
export const stageContents = {
  /** Put into a stage: on admission, promoted or reduced; which of the three follows from the line before. */
  stage: Type.Object({ stage: oneOf(stages), on: PlainDay, decidedBy: text(80) }, strict),
  /** The day on which the next stage is considered. */
  review: Type.Object({ on: PlainDay }, strict),
  /** A privilege forfeited (rule 18), with its end if one was set. */
  'privilege-lost': Type.Object(
    { what: text(60), from: PlainDay, to: orNull(PlainDay), orderedBy: text(80), order: text(80) },
    strict,
  ),
} as const;

export type StageLine = {
  [K in keyof typeof stageContents]: {
    readonly kind: K;
    readonly content: Static<(typeof stageContents)[K]>;
  };
}[keyof typeof stageContents];
export type StageLineKind = StageLine['kind'];
export type StageEntryKind = StageLineKind | 'reversal';
export const stageLineKinds = Object.keys(stageContents) as readonly StageLineKind[];

export type StageEntry = StageLine & {
  readonly id: string;
  readonly position: number;
  readonly reason: string;
  readonly at: string;
};

export type StageEntryBody = StageLine & { readonly reason: string };
/** A new line as it is sent. Typed by hand: the union is made from a list, of which TypeScript keeps no types. */
export const StageEntryBody = Type.Unsafe<StageEntryBody>(
  Type.Union(
    stageLineKinds.map(kind =>
      Type.Object({ kind: Type.Literal(kind), reason: text(300), content: stageContents[kind] }, strict),
    ),
  ),
);
