import { randomUUID } from 'node:crypto';
import type { PrisonerTable } from '../database/tables/prisoner.ts';
import type { Random } from './random.ts';
import names from './words/names.json' with { type: 'json' };

export const wingLetters = ['A', 'B', 'C', 'D'] as const;
export type WingLetter = (typeof wingLetters)[number];
type Class = PrisonerTable['class'];

export interface Prisoner {
  readonly id: string;
  readonly name: string;
  readonly wing: WingLetter;
  readonly class: Class;
  readonly number: string;
  /** Digits or the letters of pictures, or null: no PIN has been issued to him yet. */
  readonly pin: string | null;
}

/** How many of which class live where. Wing D is the women's. */
const population: Readonly<Record<WingLetter, Partial<Record<Class, number>>>> = {
  A: { convicted: 100, condemned: 5 },
  B: { remand: 62, appellant: 28, civil: 5 },
  C: { convicted: 124, appellant: 12 },
  D: { convicted: 36, remand: 21, appellant: 4, condemned: 1, civil: 2 },
};

/**
 * The four whose number and PIN are printed: the first one's wing is where this machine's browser stands. The last one's
 * PIN is of pictures: sun, fish, drum, boat, cup.
 */
export const signInPrisoners = [
  { number: '1024/26', pin: '246810', wing: 'A', class: 'convicted', name: 'James Kiprono Wekesa' },
  { number: '587/26', pin: '135790', wing: 'B', class: 'remand', name: 'Noah Otieno Mutua' },
  { number: '318/25', pin: '864209', wing: 'D', class: 'convicted', name: 'Mercy Nafula Charo' },
  { number: '640/25', pin: 'ahmko', wing: 'C', class: 'appellant', name: 'Simon Ekiru Barasa' },
] as const satisfies readonly Omit<Prisoner, 'id'>[];

function nameOf(wing: WingLetter, random: Random): string {
  if (wing === 'D')
    return [random.pick(names.women), random.pick(names.womenOwn), random.pick(names.family)].join(' ');
  const middle = random.chance(0.5) ? [random.pick(names.family)] : [];
  return [...new Set([random.pick(names.men), ...middle, random.pick(names.family)])].join(' ');
}

/** Long sentences came long ago; who waits for a court came this year or last. */
function yearOf(of: Class, random: Random): number {
  if (of === 'remand' || of === 'civil') return random.chance(0.8) ? 26 : 25;
  if (of === 'condemned') return random.between(12, 20);
  return 26 - Math.floor(random.next() ** 2 * 9);
}

function freshNumber(of: Class, taken: Set<string>, random: Random): string {
  for (;;) {
    const number = `${random.between(11, 2400)}/${yearOf(of, random)}`;
    if (taken.has(number)) continue;
    taken.add(number);
    return number;
  }
}

/** Everyone in the prison; made-up people, the four with printed sign-ins first. */
export function makePrisoners(random: Random): Prisoner[] {
  const taken = new Set<string>(signInPrisoners.map(one => one.number));
  const people: Prisoner[] = signInPrisoners.map(one => ({ ...one, id: randomUUID() }));
  for (const wing of wingLetters)
    for (const [of, count] of Object.entries(population[wing]) as [Class, number][])
      for (let made = 0; made < count; made += 1) {
        const number = freshNumber(of, taken, random);
        people.push({ id: randomUUID(), name: nameOf(wing, random), wing, class: of, number, pin: null });
      }
  return people;
}
