/** Where people are held who cannot come to a kiosk by themselves. */
export const sections = ['punishment-cells', 'infirmary', 'condemned'] as const;
export type Section = (typeof sections)[number];

/** What came of an offer. All but the last are the prisoner's own word. */
export const offerAnswers = ['read', 'complain', 'not-now', 'not-asked'] as const;
export type OfferAnswer = (typeof offerAnswers)[number];

/** Why somebody could not be asked. */
export const notAskedReasons = ['asleep', 'too-ill', 'not-there', 'not-safe'] as const;
export type NotAskedReason = (typeof notAskedReasons)[number];
