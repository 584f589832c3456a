/**
 * The reading pages of the first day, in the order in which a kiosk offers them. The four subjects that rule 43
 * names come first: the rules of discipline, earnings and privileges, petitions, complaints.
 */

export const pageGroupIds = [
  'discipline',
  'earnings',
  'petition',
  'complain',
  'daily-life',
  'work',
  'family',
  'release',
  'people',
  'watch',
  'machine',
] as const;
export type PageGroupId = (typeof pageGroupIds)[number];

/** The groups that rule 43 asks to be told to everyone on admission. */
export const ruleFortyThree = [
  'discipline',
  'earnings',
  'petition',
  'complain',
] as const satisfies PageGroupId[];

/**
 * Whom a page is for. Everyone may read every page: a kiosk that knows who reads may put a page first or leave it
 * out of a list, never refuse it.
 */
export const audiences = ['all', 'convicted', 'remand', 'appellant', 'death', 'civil', 'women'] as const;
export type Audience = (typeof audiences)[number];

export interface PageEntry {
  readonly id: string;
  readonly group: PageGroupId;
  readonly audience: Audience;
  /** The same picture as in the page's own file, so that a list can be drawn before a page is fetched. */
  readonly picture: string;
}

type Row = readonly [id: string, audience: Audience, picture: string];

const rows: Readonly<Record<PageGroupId, readonly Row[]>> = {
  discipline: [
    ['what-you-must-not-do', 'all', 'tile-rules'],
    ['if-you-are-charged', 'all', 'reader-officer'],
    ['force-and-restraint', 'all', 'danger'],
    ['who-decides-where-i-am', 'all', 'sign-in-card'],
  ],
  earnings: [
    ['earnings-and-grades', 'convicted', 'tile-earnings'],
    ['stages-and-privileges', 'convicted', 'tile-stage'],
  ],
  petition: [
    ['how-to-petition', 'all', 'tile-petition'],
    ['appeals', 'convicted', 'when-longer'],
  ],
  complain: [
    ['how-to-complain', 'all', 'tile-complaint'],
    ['if-you-are-punished-for-complaining', 'all', 'about-officer'],
  ],
  'daily-life': [
    ['food', 'all', 'subject-food'],
    ['clothing', 'all', 'subject-clothing'],
    ['bedding', 'all', 'subject-bedding'],
    ['washing', 'all', 'necessaries-soap'],
    ['doctor', 'all', 'food-diet'],
    ['exercise', 'all', 'when-today'],
  ],
  work: [
    ['work', 'convicted', 'reader-unit'],
    ['school-and-religion', 'all', 'tile-rules'],
  ],
  family: [
    ['visits-and-letters', 'all', 'many-others'],
    ['visit-when-very-ill', 'all', 'bedding-mattress'],
    ['near-home', 'convicted', 'many-me'],
  ],
  release: [
    ['remission', 'convicted', 'tile-release'],
    ['forfeiture', 'convicted', 'state-not-settled'],
    ['life-death-president', 'convicted', 'when-longer'],
    ['review-supervision-parole', 'convicted', 'state-with-officer'],
    ['discharge', 'all', 'tile-release'],
  ],
  people: [
    ['remand', 'remand', 'sign-in-card'],
    ['court-day', 'remand', 'page-court'],
    ['bail', 'remand', 'page-bail'],
    ['own-food-and-clothes', 'remand', 'subject-food'],
    ['papers-and-advocate', 'all', 'page-papers'],
    ['appeal-pending', 'appellant', 'tile-petition'],
    ['sentence-of-death', 'death', 'tile-help'],
    ['civil-prisoners', 'civil', 'sign-in-card'],
    ['women', 'women', 'necessaries-baby'],
  ],
  watch: [
    ['visiting-justices', 'all', 'state-received'],
    ['prison-visitors', 'all', 'many-others'],
    ['whom-outside', 'all', 'tile-help'],
    ['who-must-do-what', 'all', 'rank-officer-in-charge'],
  ],
  machine: [
    ['your-pin', 'all', 'pin-dots'],
    ['this-machine', 'all', 'state-kept'],
  ],
};

/** Every page, group by group, in reading order. */
export const pageCatalogue: readonly PageEntry[] = pageGroupIds.flatMap(group =>
  rows[group].map(([id, audience, picture]) => ({ id, group, audience, picture })),
);

/** The pages of one group, in reading order. */
export function pagesIn(group: PageGroupId): readonly PageEntry[] {
  return pageCatalogue.filter(entry => entry.group === group);
}
