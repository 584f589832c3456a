import type { Kysely, Transaction } from 'kysely';
import type { Role } from '../../shared/staff/roles.ts';
import type { Schema } from '../database/schema.ts';
import { appendRecord } from './record.ts';
import { findStaffByUsername, insertStaff } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/** Somebody who is let in by whoever holds the machine, because there is nobody yet who could. */
export interface FirstPerson {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
}

/** Prison names as people compare them: capitals and spaces make no difference. */
const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

export async function isPrisonNamed(db: Db, name: string): Promise<boolean> {
  const rows = await db.selectFrom('prison').select('name').execute();
  return rows.some(row => plain(row.name) === plain(name));
}

/** Whether headquarters has somebody who can read what comes to it. */
export async function hasCommissioner(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('staff')
    .select('id')
    .where('role', '=', 'commissioner')
    .where('state', '=', 'active')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** `Wanjirũ O'Neill` becomes `wanjiru.oneill`; a name without Latin letters becomes the name of the role. */
export function usernameBase(name: string, role: Role): string {
  const letters = name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^[^a-z]+|\.+$/g, '')
    .slice(0, 34)
    .replace(/\.+$/, '');
  return letters.length >= 3 ? letters : role;
}

async function freeUsername(db: Db, base: string): Promise<string> {
  for (let count = 1; ; count += 1) {
    const username = count === 1 ? base : `${base}${count}`;
    if (!(await findStaffByUsername(db, username))) return username;
  }
}

/**
 * Lets a first person in with a password that must be changed, and keeps it in the prison's log; the caller
 * holds its head. Answers the username.
 */
export async function letFirstPersonIn(
  tx: Tx,
  person: FirstPerson,
  prisonId: string | null,
  at: string,
): Promise<string> {
  const { id, name, role, passwordHash } = person;
  const username = await freeUsername(tx, usernameBase(name, role));
  await insertStaff(tx, {
    id,
    prisonId,
    username,
    name,
    role,
    passwordHash,
    state: 'active',
    mustChange: true,
    at,
  });
  const content = { action: 'first-person', staff: id, name, username, role };
  await appendRecord(tx, { prisonId, kind: 'staff', at, actorId: null, content });
  return username;
}
