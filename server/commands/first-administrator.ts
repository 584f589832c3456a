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
import { type Asked, readArguments, usage } from './first-administrator-arguments.ts';

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

/** The prison with its first two, and the Commissioner if one is asked for: all or nothing. */
async function makeAll(store: Store, { prison, commissioner }: Asked): Promise<LetIn[]> {
  const { database, config, clock } = store;
  const people: Handed[] = [];
  if (prison) {
    people.push(await makePerson(store, prison.administrator, 'administrator'));
    people.push(await makePerson(store, prison.officerInCharge, 'officer-in-charge'));
  }
  if (commissioner !== null) people.push(await makePerson(store, commissioner, 'commissioner'));
  const id = prison ? randomUUID() : null;
  const at = isoOf(clock.now());
  return database.transaction(async tx => {
    if (prison && id) {
      const { name } = prison;
      if (await isPrisonNamed(tx, name))
        throw new CommandRefused(`There is already a prison called "${name}". Nothing was changed.`);
      const wings = prison.wings.map(wing => ({ id: randomUUID(), name: wing }));
      await foundPrison(tx, { id, name, zone: config.zone, demonstration: false, wings, at });
      await database.lockHead(tx, id);
    }
    const letIn: LetIn[] = [];
    for (const person of people) letIn.push(await admit(tx, person, id, at));
    return letIn;
  });
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
  const asked = readArguments(process.argv.slice(2));
  if (asked === null) return console.log(usage);
  await withStore(async store => {
    const people = await makeAll(store, asked);
    const lines = [asked.prison ? `"${asked.prison.name}" is made.` : 'The Commissioner can sign in.', ''];
    lines.push(...handOver(people));
    if (asked.prison) lines.push(...nextSteps);
    if (!(await hasCommissioner(store.database.read))) lines.push(...nobodyAtHeadquarters);
    console.log(lines.join('\n'));
  });
});
