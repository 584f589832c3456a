import { type UnitKey, usualUnit } from '../../shared/submission/kinds.ts';
import type { Outcome } from '../../shared/submission/reply.ts';
import type { Course } from './course.ts';
import type { WingLetter } from './people.ts';
import type { Random } from './random.ts';
import { officerOfUnit, type Username } from './staff.ts';
import type { Said } from './story.ts';

/** What the usual way of a submission depends on. */
export interface Facts {
  readonly said: Said;
  readonly nameless: boolean;
  /** Officers see none of a nameless one. */
  readonly wing: WingLetter;
  /** Young enough to lie still with nobody having looked at it; what is older was found some time. */
  readonly mayLie: boolean;
  /** Whom the first reader records. */
  readonly named: readonly Username[];
}

/** Where a problem goes if not to the usual unit of its kind. */
const otherUnits: Readonly<Record<string, UnitKey>> = {
  'food/diet': 'infirmary',
  'bedding/lice': 'infirmary',
  'bedding/taken': 'security',
  'bedding/other': 'welfare',
  'clothing/taken': 'security',
  'necessaries/baby': 'infirmary',
  'necessaries/toilet': 'welfare',
  'necessaries/other': 'welfare',
};

export function unitFor(said: Said): UnitKey {
  return otherUnits[`${said.kind}/${said.problem}`] ?? usualUnit[said.kind];
}

/** These cannot be put right for a person who is not known. */
const personal = new Set(['diet', 'none', 'size', 'torn', 'sandals', 'mattress', 'blanket', 'baby', 'cup']);

/** The first reader who may read it: nobody reads his own wing, nor what could be of it. */
export function readerFor(
  { nameless, wing, named }: Pick<Facts, 'nameless' | 'wing' | 'named'>,
  random: Random,
): Username {
  const own = nameless || wing === 'B' || named.includes('wing-b');
  return own || random.chance(0.6) ? 'reader' : 'reader-b';
}

const head = (random: Random): Username => (random.chance(0.7) ? 'officer-in-charge' : 'deputy');
const hours = (random: Random, least: number, most: number) => least + random.next() * (most - least);
const outcome = (random: Random): Outcome =>
  random.weighted({ done: 60, 'will-be-done': 20, 'not-done': 12, 'passed-on': 8 });

/**
 * The way of an ordinary submission, with the chances of an ordinary prison: most are answered within the days
 * that are allowed, some late, some not at all, and not every answer settles the matter.
 */
export function goTheUsualWay(course: Course, facts: Facts, random: Random): void {
  const { said, named, mayLie } = facts;
  if (said.text !== null || said.aboutOfficer !== null) {
    if (mayLie && random.chance(0.07)) return;
    if (said.aboutOfficer?.rank !== 'officer-in-charge')
      course.pass(hours(random, 1, 9), readerFor(facts, random), named);
    if (named.includes('officer-in-charge')) {
      goToHeadquarters(course, random);
      return;
    }
  }
  if (mayLie && random.chance(0.07)) return;
  const by = answerFirst(course, facts, random);
  if (by) hear(course, facts, random, by);
}

type Answering = 'unit' | 'head';

/** The first answer, and whose it is; null if nobody gave one. */
function answerFirst(
  course: Course,
  { said, nameless, named, mayLie }: Facts,
  random: Random,
): Answering | null {
  const direct = named.length > 0 || random.chance(0.2);
  if (direct) {
    const reason = named.length > 0 ? 'officer' : 'first';
    if (random.chance(0.1)) course.note(hours(random, 1, 6), head(random));
    course.answer(hours(random, 3, 22), head(random), outcome(random), reason);
    return 'head';
  }
  const unit = unitFor(said);
  const officer = officerOfUnit[unit];
  const personNeeded = !nameless && personal.has(said.problem);
  course.route(hours(random, 1, 10), head(random), unit, { personNeeded, noted: random.chance(0.2) });
  if (mayLie && random.chance(0.09)) return null;
  if (random.chance(0.07)) {
    course.giveBack(hours(random, 2, 12), officer);
    course.answer(hours(random, 2, 14), head(random), outcome(random));
    return 'head';
  }
  if (random.chance(0.12)) course.note(hours(random, 2, 8), officer);
  const slow = random.chance(0.12);
  const wait = slow ? hours(random, 70, 130) : hours(random, 3, 34);
  if (random.chance(0.06)) {
    course.recall(wait, officer, 'not-done').answer(0.1, officer, 'done');
    return 'unit';
  }
  course.answer(wait, officer, outcome(random));
  return 'unit';
}

/** How the writer takes the answer, and what follows from it. */
function hear(course: Course, facts: Facts, random: Random, by: Answering): void {
  const word = random.chance(facts.nameless ? 0.6 : 0.85)
    ? random.weighted({ settle: 62, 'not-settle': 14, silence: 24 })
    : null;
  if (word !== null) course.open(random.between(1, 5));
  if (word === null || word === 'silence') {
    if (random.chance(0.5)) course.close(hours(random, 90, 160), head(random));
    return;
  }
  course.say(word);
  if (word === 'settle') return;
  // One step up from who answered.
  if (by === 'head') {
    goToHeadquarters(course, random);
    return;
  }
  course.answer(hours(random, 4, 30), head(random), 'done', 'again');
  hear(course, facts, random, 'head');
}

function goToHeadquarters(course: Course, random: Random): void {
  if (random.chance(0.3)) return;
  course.answer(hours(random, 20, 60), 'commissioner', random.pick(['done', 'will-be-done']), 'headquarters');
  if (random.chance(0.7)) course.open(random.between(1, 4)).say('settle');
}
