/**
 * What can be complained of (rule 43: food, clothing, bedding and other necessaries) and asked for, as pictures ask it.
 * The ids are picture ids and locale keys at once: `food-spoiled` is drawn in `shared/pictures/`. A request that says
 * all by itself has one problem, `ask`, and its question is not put.
 */
export const kinds = {
  food: ['too-little', 'spoiled', 'not-served', 'dirty', 'diet', 'water', 'other'],
  clothing: ['none', 'torn', 'size', 'not-exchanged', 'sandals', 'taken', 'other'],
  bedding: ['mattress', 'blanket', 'shared', 'wet', 'lice', 'taken', 'other'],
  necessaries: ['soap', 'water', 'toilet', 'toothbrush', 'towels', 'baby', 'cup', 'other'],
  health: ['not-seen', 'medicine', 'hospital', 'told-others', 'other'],
  officer: ['beaten', 'threatened', 'insulted', 'money', 'other'],
  prisoner: ['beaten', 'threatened', 'taken', 'touched', 'other'],
  search: ['undressed', 'rough', 'damaged', 'taken', 'other'],
  property: ['not-returned', 'lost', 'damaged', 'other'],
  work: ['none', 'unfit', 'danger', 'not-credited', 'other'],
  visits: ['refused', 'letter-held', 'letter-opened', 'advocate', 'other'],
  /** Requests: to see the officer in charge, the medical officer, the chaplain, the welfare officer. */
  head: ['ask'],
  doctor: ['ask'],
  chaplain: ['ask'],
  welfare: ['ask'],
  /** A visit by a relative of who is dangerously ill (rule 56). */
  'sick-visit': ['ask'],
  /** Transfer near home after three years without a visit (rule 54). */
  'near-home': ['ask'],
  /** Review of the sentence, parole (rules 98 and 100). */
  review: ['review', 'parole', 'other'],
  /** Exercise in the open air (rule 52). */
  exercise: ['ask'],
  /** Petitions: to the Commissioner (rule 140), and to the President through the Power of Mercy Advisory Committee. */
  'prison-life': ['ask'],
  mercy: ['ask'],
  /** One's own case is never a petition: the documentation office has it, while the days to appeal run. */
  'court-case': ['ask'],
  /** No complaint of rule 43: a line of somebody's own record that he thinks is wrong. */
  record: ['release-date', 'forfeiture', 'stage', 'earnings', 'court-day', 'punishment'],
} as const;

export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as readonly Kind[];
/** What rule 43 lets one complain of. */
export const rule43Kinds = ['food', 'clothing', 'bedding', 'necessaries'] as const satisfies readonly Kind[];
export type Rule43Kind = (typeof rule43Kinds)[number];
/** What the kiosk's first question offers; with two tiles more it fills a screen of eight. */
export const firstKinds = [...rule43Kinds, 'health', 'officer'] as const satisfies readonly Kind[];
/** What stands behind its tile *more*. */
export const furtherKinds = [
  'prisoner',
  'search',
  'property',
  'work',
  'visits',
] as const satisfies readonly Kind[];
/** What stands behind its tile *ask for something*. */
export const requestKinds = [
  'doctor',
  'head',
  'welfare',
  'chaplain',
  'sick-visit',
  'near-home',
  'review',
  'exercise',
] as const satisfies readonly Kind[];

/** What goes to the Commissioner, through the officer in charge and without delay (rule 140). */
export const petitionKinds = ['prison-life', 'mercy'] as const satisfies readonly Kind[];
export const isPetition = (kind: Kind): boolean => (petitionKinds as readonly Kind[]).includes(kind);
/** What the kiosk's tile *petition* offers. */
export const pleaKinds = [...petitionKinds, 'court-case'] as const satisfies readonly Kind[];
export type PleaKind = (typeof pleaKinds)[number];
export const isPlea = (kind: string): kind is PleaKind => (pleaKinds as readonly string[]).includes(kind);

const oneTouch = 'ask';
/** A kind whose picture says all. */
export type OneTouchKind = {
  [K in Kind]: (typeof kinds)[K] extends readonly [typeof oneTouch] ? K : never;
}[Kind];
/** Whether a kind needs no second picture. */
export function isOneTouch(kind: Kind): kind is OneTouchKind {
  return kinds[kind][0] === oneTouch;
}
/** Whether a problem says no more than its kind does. */
export const isBareRequest = (problem: string): boolean => problem === oneTouch;

const medicalKinds: ReadonlySet<Kind> = new Set<Kind>(['health', 'doctor']);
/** Health is between the prisoner and the infirmary: the officer in charge sees that it is there and its clock. */
export const isMedical = (kind: Kind): boolean => medicalKinds.has(kind);

const personalKinds: ReadonlySet<Kind> = new Set<Kind>(['record', 'health', ...requestKinds, ...pleaKinds]);
/** Whether nobody can answer it without knowing whose it is. */
export const isPersonal = (kind: Kind): boolean => personalKinds.has(kind);

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
  health: 'infirmary',
  officer: 'security',
  prisoner: 'security',
  search: 'security',
  property: 'stores',
  work: 'documentation',
  visits: 'welfare',
  head: 'welfare',
  doctor: 'infirmary',
  chaplain: 'welfare',
  welfare: 'welfare',
  'sick-visit': 'welfare',
  'near-home': 'documentation',
  review: 'documentation',
  exercise: 'security',
  'prison-life': 'documentation',
  mercy: 'documentation',
  'court-case': 'documentation',
  record: 'documentation',
};

export const unitKeys = ['kitchen', 'stores', 'infirmary', 'documentation', 'welfare', 'security'] as const;
export type UnitKey = (typeof unitKeys)[number];

/** Whether `problem` belongs to `kind`. */
export function isProblemOf(kind: Kind, problem: string): boolean {
  return (kinds[kind] as readonly string[]).includes(problem);
}

/** The locale id of a problem: `food` + `spoiled` → `food-spoiled`; *not here* and a bare request are one each. */
export function problemKey(kind: Kind, problem: string): string {
  return problem === 'other' || isBareRequest(problem) ? problem : `${kind}-${problem}`;
}

const kindPictures = {
  food: 'subject-food',
  clothing: 'subject-clothing',
  bedding: 'subject-bedding',
  necessaries: 'subject-necessaries',
  health: 'page-doctor',
  officer: 'about-officer',
  prisoner: 'subject-prisoner',
  search: 'subject-search',
  property: 'subject-property',
  work: 'page-work',
  visits: 'page-visit',
  head: 'rank-officer-in-charge',
  doctor: 'request-doctor',
  chaplain: 'page-faith',
  welfare: 'request-welfare',
  'sick-visit': 'request-sick-visit',
  'near-home': 'page-home',
  review: 'page-papers',
  exercise: 'page-exercise',
  'prison-life': 'petition-prison-life',
  mercy: 'petition-mercy',
  'court-case': 'page-court',
  record: 'tile-rules',
} as const satisfies Readonly<Record<Kind, string>>;
export type KindPicture = (typeof kindPictures)[Kind];

/** The picture of a kind. */
export const kindPicture = (kind: Kind): KindPicture => kindPictures[kind];

/** Problems that are drawn as something else is. */
const sharedPictures: Readonly<Record<string, string>> = {
  'record-release-date': 'tile-release',
  'record-forfeiture': 'tile-release',
  'record-stage': 'tile-stage',
  'record-earnings': 'tile-earnings',
  'record-court-day': 'page-court',
  'record-punishment': 'tile-release',
  'officer-beaten': 'harm-beaten',
  'officer-threatened': 'harm-threatened',
  'prisoner-beaten': 'harm-beaten',
  'prisoner-threatened': 'harm-threatened',
  'prisoner-taken': 'harm-taken',
  'search-damaged': 'harm-damaged',
  'search-taken': 'harm-taken',
  'property-damaged': 'harm-damaged',
};

/** The picture of a problem, most of them of the same name; a line of a record has its page's. */
export function problemPicture(kind: Kind, problem: string): string {
  if (isBareRequest(problem)) return kindPicture(kind);
  const key = problemKey(kind, problem);
  return sharedPictures[key] ?? key;
}
