import { privilegeNames } from '../rulebook/privilege.ts';

/* Words alone, without schemas: the apps read these at run time. */

/** The stages of rules 9 to 15, lowest first; the special stage is reached from the fourth. */
export const stages = ['first', 'second', 'third', 'fourth', 'special'] as const;
export type Stage = (typeof stages)[number];

/** What can be forfeited (rule 18): what the rulebook can grant, or something else that the reason names. */
export const losables = [...privilegeNames, 'other'] as const;
export type Losable = (typeof losables)[number];

export const stageLineKinds = ['stage', 'review', 'privilege-lost'] as const;
