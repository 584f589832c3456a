import { isMedical, type Kind, kinds, pleaKinds, rule43Kinds, type UnitKey, usualUnit } from './kinds.ts';

/** What can be asked beside what is wrong, in the order in which it is asked. */
export const questions = ['when', 'many'] as const;
export type Question = (typeof questions)[number];

/** Whom what is overdue rises to, in this order and never another. */
export const ladderOffices = ['officer-in-charge', 'headquarters', 'visiting-justices'] as const;
export type LadderOffice = (typeof ladderOffices)[number];

/** After how many working days beyond the day when the answer was due it rises to whom; counted from 1. */
export type Ladder = Readonly<Record<LadderOffice, number>>;

/** How one kind of submission is asked, routed and timed, in one version. */
export interface KindRules {
  /** Whether kiosks offer it. */
  readonly offered: boolean;
  /** The pictures of its second question, in their order. */
  readonly problems: readonly string[];
  readonly questions: readonly Question[];
  /** The unit that a kind is given to unless someone decides otherwise. */
  readonly unit: UnitKey;
  /** Working days until an answer is due; null: as long as the rulebook says for everything. */
  readonly days: number | null;
  readonly ladder: Ladder;
  /** Whether its writer may add words of his own. */
  readonly words: boolean;
  /** Whether they may be spoken; never without a name, for a voice is one. */
  readonly voice: boolean;
  /** Whether it can be sent without a name. */
  readonly nameless: boolean;
}

/** Rules with the version under which they were decided: 0 are those that came with the program. */
export interface KindVersion {
  readonly kind: Kind;
  readonly version: number;
  readonly rules: KindRules;
}

/** The last rung is at most so many working days after the day when the answer was due. */
export const longestLadder = 30;

const usualLadder: Ladder = { 'officer-in-charge': 1, headquarters: 3, 'visiting-justices': 5 };

/** One rung a day: a court's days do not wait. */
const dailyLadder: Ladder = { 'officer-in-charge': 1, headquarters: 2, 'visiting-justices': 3 };

const rulesOf = (kind: Kind, more: Partial<KindRules> = {}): KindRules => ({
  offered: true,
  problems: kinds[kind],
  questions,
  unit: usualUnit[kind],
  days: null,
  ladder: usualLadder,
  words: true,
  voice: true,
  nameless: true,
  ...more,
});

/** Something that happened to one person: when, and nobody is counted. */
const incidentOf = (kind: Kind, days: number | null = null): KindRules =>
  rulesOf(kind, { questions: ['when'], days });
/** What somebody asks for himself: with his name, or nobody can give it to him. */
const requestOf = (kind: Kind, days: number | null = null): KindRules =>
  rulesOf(kind, { questions: [], days, nameless: false });

/** Version 0 of every kind, as a prison begins with it. Days are standards of service: no law sets them. */
export const kindDefaults: Readonly<Record<Kind, KindRules>> = {
  food: rulesOf('food'),
  clothing: rulesOf('clothing'),
  bedding: rulesOf('bedding'),
  necessaries: rulesOf('necessaries'),
  health: incidentOf('health', 2),
  officer: incidentOf('officer'),
  prisoner: incidentOf('prisoner', 3),
  search: incidentOf('search'),
  property: incidentOf('property'),
  work: incidentOf('work'),
  visits: incidentOf('visits'),
  head: requestOf('head', 5),
  doctor: requestOf('doctor', 1),
  chaplain: requestOf('chaplain', 5),
  welfare: requestOf('welfare', 5),
  'sick-visit': requestOf('sick-visit', 1),
  'near-home': requestOf('near-home'),
  review: requestOf('review'),
  exercise: requestOf('exercise', 3),
  'prison-life': requestOf('prison-life'),
  mercy: requestOf('mercy'),
  'court-case': { ...requestOf('court-case', 1), ladder: dailyLadder },
  // The line on the screen says all, and nobody can look a record up without knowing whose it is.
  record: rulesOf('record', { questions: [], words: false, voice: false, nameless: false }),
};

/**
 * Kinds that no prison may stop offering, or refuse words, a voice or namelessness in: what rule 43 lets one complain of,
 * what an officer did, health, petitions and a wrong line of one's own record (docs/decisions/0041).
 */
const protectedKinds: ReadonlySet<Kind> = new Set<Kind>([
  ...rule43Kinds,
  'officer',
  'health',
  'doctor',
  ...pleaKinds,
  'record',
]);

export type KindFault = 'problems' | 'questions' | 'days' | 'ladder' | 'protected';

const isWhole = (value: number, least: number, most: number) =>
  Number.isSafeInteger(value) && value >= least && value <= most;

function isLadder(ladder: Ladder): boolean {
  const steps = ladderOffices.map(office => ladder[office]);
  return steps.every((after, at) => isWhole(after, (steps[at - 1] ?? 0) + 1, longestLadder));
}

const isSubset = (some: readonly string[], all: readonly string[]) =>
  new Set(some).size === some.length && some.every(one => all.includes(one));

/**
 * What is wrong with rules for a kind, first thing first; null if nothing is. `longestDays`: the most working days
 * that headquarters allows.
 */
export function faultOf(kind: Kind, rules: KindRules, longestDays: number): KindFault | null {
  const all: readonly string[] = kinds[kind];
  if (rules.problems.length === 0 || !isSubset(rules.problems, all)) return 'problems';
  // *Not here* stays: a picture that is missing must not cost anybody his complaint.
  if (all.includes('other') && rules.problems.at(-1) !== 'other') return 'problems';
  if (!isSubset(rules.questions, questions)) return 'questions';
  if (rules.days !== null && !isWhole(rules.days, 1, longestDays)) return 'days';
  if (!isLadder(rules.ladder)) return 'ladder';
  // Nobody but the infirmary reads of somebody's health.
  if (isMedical(kind) && rules.unit !== usualUnit[kind]) return 'protected';
  const least = kindDefaults[kind];
  const takesAway = (['offered', 'words', 'voice', 'nameless'] as const).some(
    one => least[one] && !rules[one],
  );
  return takesAway && protectedKinds.has(kind) ? 'protected' : null;
}

/** The version of a kind that counts now: the highest one; that of the program where nothing was decided. */
export function kindNow(versions: readonly KindVersion[] | undefined, kind: Kind): KindVersion {
  let now: KindVersion = { kind, version: 0, rules: kindDefaults[kind] };
  for (const one of versions ?? []) if (one.kind === kind && one.version > now.version) now = one;
  return now;
}

/**
 * The rules that an item was made under. A version that is not known here (its decision was lost with a disk) is
 * taken for the one that counts now: no item is refused for it.
 */
export function kindAt(versions: readonly KindVersion[], kind: Kind, version: number): KindVersion {
  if (version === 0) return { kind, version, rules: kindDefaults[kind] };
  return versions.find(one => one.kind === kind && one.version === version) ?? kindNow(versions, kind);
}
