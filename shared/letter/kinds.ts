/** Whose key it is: a visiting justice, or the reader on duty outside the prison for those who are in danger. */
export const holderKinds = ['justice', 'duty'] as const;

/** Fixed phrases with which a justice answers. */
export const phrases = ['opened', 'will-see', 'dealt-with'] as const;
export type Phrase = (typeof phrases)[number];
