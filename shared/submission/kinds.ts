/**
 * What can be complained of (rule 43: food, clothing, bedding and other necessaries), as pictures ask it.
 * The ids are picture ids and locale keys at once: `food-spoiled` is drawn in `shared/pictures/`.
 */
export const kinds = {
  food: ['too-little', 'spoiled', 'not-served', 'dirty', 'diet', 'water', 'other'],
  clothing: ['none', 'torn', 'size', 'not-exchanged', 'sandals', 'taken', 'other'],
  bedding: ['mattress', 'blanket', 'shared', 'wet', 'lice', 'taken', 'other'],
  necessaries: ['soap', 'water', 'toilet', 'toothbrush', 'towels', 'baby', 'cup', 'other'],
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];

/** When it was, as the picture asks it. */
export const whens = ['today', 'yesterday', 'week', 'longer'] as const;
export type When = (typeof whens)[number];

/** How many people, never who. */
export const manys = ['me', 'others'] as const;
export type Many = (typeof manys)[number];

/** Ranks as pictures show them; generic, not the service's insignia. */
export const ranks = ['warder', 'corporal', 'sergeant', 'inspector', 'officer-in-charge', 'unknown'] as const;
export type Rank = (typeof ranks)[number];

/** The unit that a kind is routed to unless someone decides otherwise. */
export const usualUnit: Record<Kind, UnitKey> = {
  food: 'kitchen',
  clothing: 'stores',
  bedding: 'stores',
  necessaries: 'stores',
};

export const unitKeys = ['kitchen', 'stores', 'infirmary', 'documentation', 'welfare', 'security'] as const;
export type UnitKey = (typeof unitKeys)[number];

/** Whether `problem` belongs to `kind`. */
export function isProblemOf(kind: Kind, problem: string): boolean {
  return (kinds[kind] as readonly string[]).includes(problem);
}

/** The picture and locale id of a problem: `food` + `spoiled` → `food-spoiled`; *not here* is one picture. */
export function problemPicture(kind: Kind, problem: string): string {
  return problem === 'other' ? 'other' : `${kind}-${problem}`;
}
