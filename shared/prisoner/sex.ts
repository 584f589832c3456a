/** As the record of reception has it; nothing but the pages that are meant for somebody follows from it. */
export const sexes = ['female', 'male'] as const;
export type Sex = (typeof sexes)[number];
