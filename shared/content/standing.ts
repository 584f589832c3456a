/** How a page stands in a language: what a translator has to do about it. */
export const contentStandings = ['missing', 'older', 'unreviewed', 'reviewed'] as const;
export type ContentStanding = (typeof contentStandings)[number];
