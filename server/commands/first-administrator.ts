import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Role } from '../../shared/staff/roles.ts';
import { isoOf } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import { openKeys } from '../keys.ts';
import {
  type FirstPerson,
  hasCommissioner,
  isPrisonNamed,
  letFirstPersonIn,
} from '../queries/first-people.ts';
import { foundPrison } from '../queries/found-prison.ts';
import { makeFirstPassword } from '../routes/staff/first-password.ts';
import { CommandRefused, runCommand, type Store, withStore } from './command.ts';
import { type Given, nameOf, readArguments, usage, wingsOf } from './first-administrator-arguments.ts';

interface Handed extends FirstPerson {
  readonly password: string;
}

/** Someone let in, as he is told of on the screen. */
interface LetIn {
  readonly name: string;
  readonly role: Role;
  readonly username: string;
  readonly password: string;
}

async function makePerson({ config }: Store, name: string, role: Role): Promise<Handed> {
  const { shown, hash } = await makeFirstPassword({ keys: await openKeys(config.dataDir) });
  return { id: randomUUID(), name, role, passwordHash: hash, password: shown };
}

/** The prison with its first two, and the Commissioner if one is asked for, all or nothing. */
async function makePrison(store: Store, given: Given): Promise<LetIn[]> {
  const { database, config, clock } = store;
  const name = nameOf(given, 'prison');
  const wings = wingsOf(given).map(wing => ({ id: randomUUID(), name: wing }));
  const people = [
    await makePerson(store, nameOf(given, 'administrator'), 'administrator'),
    await makePerson(store, nameOf(given, 'officer-in-charge'), 'officer-in-charge'),
  ];
  if (people[0]?.name.toLowerCase() === people[1]?.name.toLowerCase())
    throw new CommandRefused('The administrator and the officer in charge must be two people.');
  if (given.commissioner !== undefined)
    people.push(await makePerson(store, nameOf(given, 'commissioner'), 'commissioner'));
  const id = randomUUID();
  const at = isoOf(clock.now());
  return database.transaction(async tx => {
    if (await isPrisonNamed(tx, name))
      throw new CommandRefused(`There is already a prison called "${name}". Nothing was changed.`);
    await foundPrison(tx, { id, name, zone: config.zone, demonstration: false, wings, at });
    await database.lockHead(tx, id);
    const letIn: LetIn[] = [];
    for (const person of people) letIn.push(await admit(tx, person, id, at));
    return letIn;
  });
}

async function makeCommissioner(store: Store, given: Given): Promise<LetIn[]> {
  const person = await makePerson(store, nameOf(given, 'commissioner'), 'commissioner');
  const at = isoOf(store.clock.now());
  return store.database.transaction(async tx => [await admit(tx, person, null, at)]);
}

async function admit(
  tx: Transaction<Schema>,
  person: Handed,
  prisonId: string | null,
  at: string,
): Promise<LetIn> {
  const { name, role, password } = person;
  if (role === 'commissioner' && (await hasCommissioner(tx)))
    throw new CommandRefused('Headquarters has a Commissioner already. Nothing was changed.');
  const ofHeadquarters = role === 'commissioner';
  const username = await letFirstPersonIn(tx, person, ofHeadquarters ? null : prisonId, at);
  return { name, role, username, password };
}

const roleWords: Partial<Record<Role, string>> = {
  administrator: 'Administrator',
  'officer-in-charge': 'Officer in charge',
  commissioner: 'Commissioner',
};

function handOver(people: readonly LetIn[]): string[] {
  const width = Math.max(...people.map(({ username }) => username.length), 'Username'.length);
  return [
    `  ${'Office'.padEnd(17)}  ${'Username'.padEnd(width)}  First password     Name`,
    ...people.map(
      ({ name, role, username, password }) =>
        `  ${(roleWords[role] ?? role).padEnd(17)}  ${username.padEnd(width)}  ${password}  ${name}`,
    ),
    '',
    'These passwords are not shown again. Hand each to its owner alone; it must be changed at the first sign-in.',
  ];
}

const nextSteps = [
  '',
  'What to do next:',
  '  1. Start the server with SAUTI_DEMO=0 and open the panel at /admin/.',
  '  2. Staff: the administrator proposes an account, the officer in charge lets it in. Begin with a first reader.',
  '     Visiting justices are let in by the Commissioner, never by the prison.',
  '  3. Kiosks: the administrator makes a code in the panel; it is typed at the kiosk within fifteen minutes.',
  '  4. The words of the law: npm run import-law -- FILE.',
];
const nobodyAtHeadquarters = [
  '',
  'Headquarters has nobody yet: nobody can let in the visiting justices, and what names the officer in charge is',
  'read by nobody. Run npm run first-administrator -- --commissioner NAME.',
];

await runCommand(async () => {
  const given = readArguments();
  if (given.help) return console.log(usage);
  const alone = Object.keys(given).join() === 'commissioner';
  await withStore(async store => {
    const people = alone ? await makeCommissioner(store, given) : await makePrison(store, given);
    const lines = [alone ? 'The Commissioner can sign in.' : `"${nameOf(given, 'prison')}" is made.`, ''];
    lines.push(...handOver(people));
    if (!alone) lines.push(...nextSteps);
    if (!(await hasCommissioner(store.database.read))) lines.push(...nobodyAtHeadquarters);
    console.log(lines.join('\n'));
  });
});
