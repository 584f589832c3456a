/** What somebody is held as; his pages follow from it (protection.md: tiles by class). */
export const classes = ['convicted', 'remand', 'appellant', 'condemned', 'civil'] as const;
export type PrisonerClass = (typeof classes)[number];

/** Whoever serves no term that can be counted. */
export type Waiting = Extract<PrisonerClass, 'remand' | 'civil' | 'condemned'>;

export function isWaiting(of: PrisonerClass): of is Waiting {
  return of === 'remand' || of === 'civil' || of === 'condemned';
}
