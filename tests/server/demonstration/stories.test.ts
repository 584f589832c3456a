import { describe, expect, it } from 'vitest';
import { makeCalendar } from '../../../server/demonstration/calendar.ts';
import { storiesOf } from '../../../server/demonstration/fill.ts';
import { signInPrisoners } from '../../../server/demonstration/people.ts';
import { makeRandom } from '../../../server/demonstration/random.ts';
import { makeScene, type Scene } from '../../../server/demonstration/scene.ts';
import { staffEntries, type Username } from '../../../server/demonstration/staff.ts';
import { isNameless, type Move, type Story } from '../../../server/demonstration/story.ts';
import { defaultPrisonSettings } from '../../../server/queries/prison.ts';
import { roles } from '../../../shared/staff/roles.ts';
import { isProblemOf } from '../../../shared/submission/kinds.ts';
import {
  type Action,
  type Actor,
  firstStep,
  type LifeContext,
  type Office,
  type Step,
  transition,
} from '../../../shared/submission/life.ts';
import { mayOpen } from '../../../shared/submission/reach.ts';
import { missingFromReply } from '../../../shared/submission/reply.ts';

const zone = 'Africa/Nairobi';

/** Hours of the day and days of the week all round the year, weekends and holidays among them. */
const days = Array.from({ length: 30 }, (_, index) =>
  Temporal.Instant.from('2026-11-21T00:00:00Z')
    .add({ hours: index * (24 * 11 + 5) })
    .toString(),
);

function told(now: string, seed = 19_630_604): { scene: Scene; stories: Story[]; now: Temporal.Instant } {
  const random = makeRandom(seed);
  const scene = makeScene(random);
  const calendar = makeCalendar(Temporal.Instant.from(now), zone);
  return { scene, stories: storiesOf(scene, calendar, random), now: calendar.now };
}

function readerOf(username: Username) {
  const entry = staffEntries.find(one => one.username === username);
  if (!entry) throw new Error(username);
  const superiors: string[] = [];
  for (
    let over = entry.superior;
    over;
    over = staffEntries.find(one => one.username === over)?.superior ?? null
  )
    superiors.push(over);
  const { role, unit = null, wing = null } = entry;
  return {
    id: username,
    role,
    unit,
    wingId: wing,
    superiors,
    prisonId: entry.headquarters ? null : 'prison',
  };
}

const writersMoves: Partial<Record<Move['do'], Action>> = {
  open: 'open-reply',
  settle: 'settle',
  'not-settle': 'not-settle',
};

/** Plays a story by the life table alone; answers what was refused. */
function refusedIn({ said, writer, wing, moves }: Story): string[] {
  const aboutHead = said.aboutOfficer?.rank === 'officer-in-charge';
  const first: Step = aboutHead ? { state: 'headquarters', owner: 'headquarters' } : firstStep(said);
  let owner: Office = first.owner ?? 'officer-in-charge';
  let unit: string | null = null;
  let named: readonly string[] = aboutHead ? ['officer-in-charge'] : [];
  const about = said.aboutOfficer?.wing ?? null;
  let life: LifeContext = {
    state: first.state,
    replyPending: false,
    reopened: 0,
    reopeningsAllowed: defaultPrisonSettings.reopeningsAllowed,
    medical: false,
    petition: false,
    headOfficeNamed: aboutHead,
    atHeadquarters: false,
    owner,
  };
  const refused: string[] = [];
  let answered: Office = 'unit';
  const take = (action: Action, actor: Actor) => {
    const decided = transition(life, action, actor);
    if (!decided.ok) {
      refused.push(`${action} by ${actor} in ${life.state}: ${decided.refusal}`);
      return;
    }
    owner = decided.next.owner ?? owner;
    life = { ...life, state: decided.next.state, owner };
    if (action === 'answer') {
      life = { ...life, replyPending: true };
      answered =
        actor === 'unit-officer' ? owner : actor === 'commissioner' ? 'headquarters' : 'officer-in-charge';
    }
    if (action === 'send') {
      owner = answered;
      life = { ...life, owner };
    }
    if (action === 'send' || action === 'call-back') life = { ...life, replyPending: false };
    if (action === 'not-settle') life = { ...life, reopened: life.reopened + 1 };
  };
  for (const move of moves) {
    if (move.do === 'list' || move.do === 'disown') continue;
    if (!('by' in move)) {
      const action = writersMoves[move.do];
      take(action ?? 'send', action ? 'prisoner' : 'system');
      continue;
    }
    const reader = readerOf(move.by);
    const wingId = isNameless(writer) ? null : wing;
    const { state } = life;
    const nearWings = [wingId, about].filter(near => near !== null);
    const place = { prisonId: 'prison', wingId, nearWings, state, owner, unit };
    if (!mayOpen(reader, { ...place, named, risen: 0, listed: true }))
      refused.push(`${move.by} may not open a case in ${state} for ${move.do}`);
    if (move.do === 'pass') {
      named = move.named;
      life = { ...life, headOfficeNamed: named.includes('officer-in-charge') };
    }
    if (move.do === 'route') unit = move.unit;
    take(move.do, reader.role);
  }
  return refused;
}

describe('the stories of the demonstration', () => {
  it.each(days)('are allowed, in the order of time and begun before now, filled on %s', now => {
    const { stories, now: instant } = told(now);
    expect(stories.flatMap(refusedIn)).toEqual([]);
    for (const { takenAt, moves } of stories) {
      expect(Temporal.Instant.compare(takenAt, instant)).toBeLessThan(0);
      const times = [takenAt, ...moves.map(move => move.at)].map(at => at.epochMilliseconds);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    }
  });

  it('are allowed whatever the dice say', () => {
    for (let seed = 1; seed <= 12; seed += 1)
      expect(told('2026-11-24T12:00:00Z', seed).stories.flatMap(refusedIn)).toEqual([]);
  });

  it('are about 250, a quarter with words, some without a name, a few about an officer', () => {
    const { stories } = told('2026-11-24T12:00:00Z');
    const share = (of: (story: Story) => boolean) => stories.filter(of).length / stories.length;
    expect(stories.length).toBeGreaterThan(230);
    expect(stories.length).toBeLessThan(270);
    expect(share(({ said }) => said.text !== null)).toBeGreaterThan(0.2);
    expect(share(({ said }) => said.text !== null)).toBeLessThan(0.35);
    expect(share(({ writer }) => isNameless(writer))).toBeGreaterThan(0.04);
    expect(share(({ said }) => said.aboutOfficer !== null)).toBeGreaterThan(0.03);
    expect(new Set(stories.map(({ wing }) => wing)).size).toBe(4);
    for (const { said } of stories) expect(isProblemOf(said.kind, said.problem)).toBe(true);
  });

  it('give every reply what it needs to be sent', () => {
    const { stories } = told('2026-11-24T12:00:00Z');
    const answers = stories.flatMap(({ moves }) => moves.filter(move => move.do === 'answer'));
    expect(answers.length).toBeGreaterThan(100);
    for (const { reply } of answers) expect(missingFromReply(reply)).toEqual([]);
  });

  it('hold thirty-four people of Wing C whose beans are raw, all within three days', () => {
    const { stories, now } = told('2026-11-24T12:00:00Z');
    const recent = stories.filter(
      ({ said, wing, takenAt }) =>
        said.problem === 'spoiled' && wing === 'C' && now.since(takenAt).total('hours') <= 72,
    );
    const people = new Set(recent.map(({ writer }) => ('prisoner' in writer ? writer.prisoner.id : '')));
    expect(recent.length).toBeGreaterThanOrEqual(34);
    expect(people.size).toBeGreaterThanOrEqual(34);
  });
});

describe('the people of the demonstration', () => {
  const { scene } = told('2026-11-24T12:00:00Z');

  it('are about four hundred, with numbers that fit the prison and belong to one person each', () => {
    const numbers = scene.prisoners.map(({ number }) => number);
    expect(numbers.length).toBeGreaterThan(380);
    expect(numbers.length).toBeLessThan(430);
    expect(new Set(numbers).size).toBe(numbers.length);
    const pattern = new RegExp(defaultPrisonSettings.numberPattern);
    expect(numbers.filter(number => !pattern.test(number))).toEqual([]);
  });

  it('are of every class, most of them convicted, and only the printed ones have a PIN', () => {
    const classes = Map.groupBy(scene.prisoners, one => one.class);
    expect([...classes.keys()].toSorted()).toEqual([
      'appellant',
      'civil',
      'condemned',
      'convicted',
      'remand',
    ]);
    expect(classes.get('convicted')?.length).toBeGreaterThan(scene.prisoners.length / 2);
    expect(scene.prisoners.filter(one => one.pin !== null).map(one => one.number)).toEqual(
      signInPrisoners.map(one => one.number),
    );
  });

  it('have staff of every role, each under somebody who is there', () => {
    expect(new Set(staffEntries.map(({ role }) => role))).toEqual(new Set(roles));
    const known = new Set<string>(staffEntries.map(({ username }) => username));
    expect(known.size).toBe(staffEntries.length);
    for (const [index, { superior }] of staffEntries.entries())
      if (superior !== null)
        // Superiors stand before those under them, so nobody is under himself.
        expect(staffEntries.slice(0, index).map(one => one.username as string)).toContain(superior);
  });
});
