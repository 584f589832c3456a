import type { Role } from './roles.ts';

/**
 * Who may stand in for the officer in charge (rule 141): officers of the prison whose accounts took two people and answer
 * submissions. Never a first reader: what is about the head of the prison must find one who is not the head himself.
 */
export const standInRoles = ['deputy', 'unit-officer'] as const satisfies readonly Role[];

/** Who enters it; one person suffices (protection.md), so it gives no power that takes two. */
export const enteringRoles = ['officer-in-charge', 'commissioner'] as const satisfies readonly Role[];

/** Who sees it. */
export const absenceRoles = [
  ...enteringRoles,
  'deputy',
  'visiting-justice',
] as const satisfies readonly Role[];

/** The most days of one absence, both ends counted; who is away longer is entered anew, or replaced. */
export const longestAbsence = 60;

/** The days of an absence, `YYYY-MM-DD`, both ends in it. */
export interface AbsenceDays {
  readonly fromOn: string;
  readonly untilOn: string;
}

export function covers({ fromOn, untilOn }: AbsenceDays, day: string): boolean {
  return fromOn <= day && day <= untilOn;
}

/** What is wrong with the days of an absence that is entered on `today`; null if nothing. */
export function absenceTrouble({ fromOn, untilOn }: AbsenceDays, today: string): 'fromOn' | 'untilOn' | null {
  if (fromOn < today) return 'fromOn';
  if (untilOn < fromOn) return 'untilOn';
  const last = Temporal.PlainDate.from(fromOn).add({ days: longestAbsence - 1 });
  return untilOn > last.toString() ? 'untilOn' : null;
}
