import { kinds, manys, type Rank, type Rule43Kind, whens } from '../../shared/submission/kinds.ts';
import { nextSix } from '../clock.ts';
import { type Calendar, visitOn, visitWithin } from './calendar.ts';
import { beginCourse } from './course.ts';
import type { Prisoner, WingLetter } from './people.ts';
import type { Random } from './random.ts';
import type { Scene } from './scene.ts';
import { officerOfWing, type Username } from './staff.ts';
import { isNameless, type Language, type Said, type Story, type Writer } from './story.ts';
import { aboutOfficerTexts, complaintTexts } from './texts.ts';
import { type Facts, goTheUsualWay } from './usual-course.ts';

/** About four months. */
export const days = 120;
/** What nobody looked at for so long has been found. */
const lieDays = 45;
/** How many ordinary submissions there are beside the told ones. */
const count = 200;

const kindWeights: Readonly<Record<Rule43Kind, number>> = {
  food: 44,
  necessaries: 22,
  bedding: 20,
  clothing: 14,
};
const problemWeights: Readonly<Record<string, number>> = {
  'food/too-little': 6,
  'food/not-served': 3,
  'food/dirty': 3,
  'food/spoiled': 3,
  'necessaries/soap': 5,
  'necessaries/water': 4,
  'necessaries/toilet': 3,
  'bedding/lice': 5,
  'bedding/blanket': 4,
  'bedding/mattress': 3,
  'clothing/not-exchanged': 3,
};
/** Wings by how much is heard from them; the women's is smaller. */
const wingWeights: Readonly<Record<WingLetter, number>> = { A: 30, B: 22, C: 34, D: 14 };
const womenOnly = new Set(['towels', 'baby']);
const wingRanks: readonly Rank[] = ['warder', 'corporal', 'sergeant', 'unknown'];

function problemOf(kind: Rule43Kind, wing: WingLetter, random: Random): string {
  const possible = kinds[kind].filter(problem => wing === 'D' || !womenOnly.has(problem));
  const weights = possible.map(problem => [problem, problemWeights[`${kind}/${problem}`] ?? 1] as const);
  return random.weighted(Object.fromEntries(weights));
}

interface About {
  readonly officer: Said['aboutOfficer'];
  readonly named: readonly Username[];
}

/** Some are about an officer: mostly of the writer's own wing, by name or not, and now and then the highest. */
function aboutOf(scene: Scene, wing: WingLetter, random: Random): About {
  if (!random.chance(0.08)) return { officer: null, named: [] };
  if (random.chance(0.15))
    return { officer: { rank: 'officer-in-charge', wing: null, name: null }, named: ['officer-in-charge'] };
  const username = officerOfWing[wing];
  const known = random.chance(0.5);
  const name = known ? (scene.staff.get(username)?.name ?? null) : null;
  const where = random.chance(0.8) ? scene.wings[wing].id : null;
  const named = known || random.chance(0.5) ? [username] : [];
  return { officer: { rank: random.pick(wingRanks), wing: where, name }, named };
}

/** Nobody copies another's words, so each made-up text is used once. */
export function freshText(texts: readonly string[], used: Set<string>, random: Random): string | null {
  const fresh = texts.filter(text => !used.has(text));
  if (fresh.length === 0) return null;
  const text = random.pick(fresh);
  used.add(text);
  return text;
}

function saidOf(
  scene: Scene,
  wing: WingLetter,
  used: Set<string>,
  random: Random,
): { said: Said; named: readonly Username[] } {
  const kind = random.weighted(kindWeights);
  const problem = problemOf(kind, wing, random);
  const language: Language = random.chance(0.7) ? 'sw' : 'en';
  const { officer, named } = aboutOf(scene, wing, random);
  const texts = officer ? aboutOfficerTexts(kind, language) : complaintTexts(kind, problem, language);
  const text = random.chance(officer ? 0.7 : 0.3) ? freshText(texts, used, random) : null;
  const many = random.pick(manys);
  const when = random.pick(whens);
  return { said: { kind, problem, when, many, text, aboutOfficer: officer, language }, named };
}

function writerOf(prisoners: readonly Prisoner[], said: Said, random: Random): Writer {
  const fearful = said.aboutOfficer ? 0.45 : 0.07;
  if (random.chance(fearful)) return { kind: 'nameless' };
  return { kind: 'signed-in', prisoner: random.pick(prisoners) };
}

function takenAtOf(calendar: Calendar, random: Random): Temporal.Instant {
  const day = calendar.today.subtract({ days: random.between(1, days) });
  // On Saturdays and Sundays there are fewer: work parties stay in, but so do those who write for others.
  if (day.dayOfWeek > 5 && random.chance(0.4)) return takenAtOf(calendar, random);
  return visitOn(day, random, calendar.zone);
}

/** From when officers can see it: at once, or at the next six in the morning. */
export function beginStory(
  calendar: Calendar,
  random: Random,
  { writer, said, takenAt }: Pick<Story, 'writer' | 'said' | 'takenAt'>,
) {
  const course = beginCourse(calendar, random, said, takenAt);
  if (isNameless(writer)) course.list(Temporal.Instant.from(nextSix(takenAt, calendar.zone)));
  return course;
}

/** Ordinary submissions of ordinary people; about a dozen of them from the last two days. */
export function usualStories(scene: Scene, calendar: Calendar, used: Set<string>, random: Random): Story[] {
  return Array.from({ length: count }, (_, index) => {
    const wing = random.weighted(wingWeights);
    const { said, named } = saidOf(scene, wing, used, random);
    // The three with printed sign-ins are told by hand.
    const prisoners = scene.prisoners.filter(one => one.wing === wing && one.pin === null);
    const writer = writerOf(prisoners, said, random);
    const takenAt = index < 12 ? visitWithin(calendar, 48, random) : takenAtOf(calendar, random);
    const course = beginStory(calendar, random, { writer, said, takenAt });
    const mayLie = calendar.now.since(takenAt).total('hours') < lieDays * 24;
    const facts: Facts = { said, named, wing, nameless: isNameless(writer), mayLie };
    goTheUsualWay(course, facts, random);
    return { wing, writer, said, takenAt, keptHours: 0, moves: course.moves };
  });
}
