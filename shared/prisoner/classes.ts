/** What somebody is held as; his pages follow from it (protection.md: tiles by class). */
export const classes = ['convicted', 'remand', 'appellant', 'condemned', 'civil'] as const;
export type PrisonerClass = (typeof classes)[number];
