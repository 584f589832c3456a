import { sections } from '../offer/kinds.ts';
import { losses } from '../sentence/losses.ts';

/** Where somebody is, or what he is under: a section, or a punishment that runs. */
export const heldIn = [
  ...sections,
  ...losses.map(loss => `punishment-${loss}` as const),
] as const satisfies readonly string[];
export type HeldIn = (typeof heldIn)[number];

/** What the list of losses after a complaint is made of (protection.md, *What officers might do*). */
export const lossKinds = [
  'moved',
  'transferred',
  'separate-cell',
  'punishment',
  'forfeiture',
  'deprivation',
  'stage-reduced',
  'privilege-lost',
  'grade-lowered',
  'pin-reset',
] as const;
export type LossKind = (typeof lossKinds)[number];

/** Days after a submission in which a loss of its writer is listed. */
export const lossWindow = 60;
