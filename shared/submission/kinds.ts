/**
 * What can be complained of (rule 43: food, clothing, bedding and other necessaries), as pictures ask it.
 * The ids are picture ids and locale keys at once: `food-spoiled` is drawn in `shared/pictures/`.
 */
export const kinds = {
  food: ['too-little', 'spoiled', 'not-served', 'dirty', 'diet', 'water', 'other'],
  clothing: ['none', 'torn', 'size', 'not-exchanged', 'sandals', 'taken', 'other'],
  bedding: ['mattress', 'blanket', 'shared', 'wet', 'lice', 'taken', 'other'],
  necessaries: ['soap', 'water', 'toilet', 'toothbrush', 'towels', 'baby', 'cup', 'other'],
  /** No complaint of rule 43: a line of somebody's own record that he thinks is wrong. */
  record: ['release-date', 'forfeiture', 'stage', 'earnings'],
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];
/** What rule 43 lets one complain of, and the kiosk's first question offers. */
export const complaintKinds = [
  'food',
  'clothing',
  'bedding',
  'necessaries',
] as const satisfies readonly Kind[];
export type ComplaintKind = (typeof complaintKinds)[number];

/** When it was, as the picture asks it. */
export const whens = ['today', 'yesterday', 'week', 'longer'] as const;
export type When = (typeof whens)[number];

/** How many people, never who. */
export const manys = ['me', 'others'] as const;
export type Many = (typeof manys)[number];

/** Ranks as pictures show them; generic, not the service's insignia. */
export const ranks = ['warder', 'corporal', 'sergeant', 'inspector', 'officer-in-charge', 'unknown'] as const;
export type Rank = (typeof ranks)[number];

/** The unit that a kind is routed to by the rules that came with the program (`kind-rules.ts`, version 0). */
export const usualUnit: Record<Kind, UnitKey> = {
  food: 'kitchen',
  clothing: 'stores',
  bedding: 'stores',
  necessaries: 'stores',
  record: 'documentation',
};

export const unitKeys = ['kitchen', 'stores', 'infirmary', 'documentation', 'welfare', 'security'] as const;
export type UnitKey = (typeof unitKeys)[number];

/** Whether `problem` belongs to `kind`. */
export function isProblemOf(kind: Kind, problem: string): boolean {
  return (kinds[kind] as readonly string[]).includes(problem);
}

/** The locale id of a problem: `food` + `spoiled` → `food-spoiled`; *not here* is one. */
export function problemKey(kind: Kind, problem: string): string {
  return problem === 'other' ? 'other' : `${kind}-${problem}`;
}

const recordPictures: Readonly<Record<string, string>> = {
  stage: 'tile-stage',
  earnings: 'tile-earnings',
};

/** The picture of a problem, most of them of the same name; a line of a record has its page's. */
export function problemPicture(kind: Kind, problem: string): string {
  return kind === 'record' ? (recordPictures[problem] ?? 'tile-release') : problemKey(kind, problem);
}
