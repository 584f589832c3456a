import { randomUUID } from 'node:crypto';
import { makePrisoners, type Prisoner, type WingLetter, wingLetters } from './people.ts';
import type { Random } from './random.ts';
import { staffEntries, type Username } from './staff.ts';

/** The prison and everyone in it, with their ids, before anything is written down. */
export interface Scene {
  readonly prisonId: string;
  readonly prisonName: string;
  readonly wings: Readonly<Record<WingLetter, { readonly id: string; readonly name: string }>>;
  readonly prisoners: readonly Prisoner[];
  readonly staff: ReadonlyMap<Username, { readonly id: string; readonly name: string }>;
}

/** Always the same id: two servers on one empty database must not make two demonstration prisons. */
const prisonId = '0de30000-0000-4000-8000-000000000001';

export function makeScene(random: Random): Scene {
  const wings = Object.fromEntries(
    wingLetters.map(letter => [letter, { id: randomUUID(), name: `Wing ${letter}` }]),
  ) as Scene['wings'];
  return {
    prisonId,
    prisonName: 'Mlima Prison (demonstration)',
    wings,
    prisoners: makePrisoners(random),
    staff: new Map(staffEntries.map(({ username, name }) => [username, { id: randomUUID(), name }])),
  };
}
