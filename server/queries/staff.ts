import { randomUUID } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { officeOf, type Role } from '../../shared/staff/roles.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { type Clock, isoOf } from '../clock.ts';
import type { Schema, StaffRow } from '../database/schema.ts';
import type { StaffTable } from '../database/tables/staff.ts';
import { digestOf } from '../secrets.ts';
import { type StandIn, standInAt } from './absence.ts';

type Db = Kysely<Schema>;

/** Who is signed in to the panel, with everything that reach depends on. */
export interface StaffSession extends Reader {
  readonly unit: UnitKey | null;
  readonly name: string;
  readonly username: string;
  readonly tokenHash: string;
  /** The password is a first one: nothing else may be done before it is changed. */
  readonly mustChange: boolean;
  /** Who stands in for the officer in charge of his prison today; it may be himself. */
  readonly standIn: StandIn | null;
}

/** Longer chains of command than this do not exist; it also ends a walk that would go round. */
const longestChain = 20;

/** Everyone over a person, nearest first; ended accounts too, because what they are named in stays. */
export async function superiorsOf(db: Db, staffId: string): Promise<string[]> {
  const rows = await db
    .withRecursive('chain(id, superior_id, step)', chain =>
      chain
        .selectFrom('staff')
        .select(['id', 'superior_id', sql<number>`0`.as('step')])
        .where('id', '=', staffId)
        .unionAll(
          chain
            .selectFrom('chain')
            .innerJoin('staff', 'staff.id', 'chain.superior_id')
            .select(['staff.id', 'staff.superior_id', sql<number>`chain.step + 1`.as('step')])
            .where('chain.step', '<', longestChain),
        ),
    )
    .selectFrom('chain')
    .select('id')
    .where('step', '>', 0)
    .orderBy('step')
    .execute();
  return rows.map(row => row.id);
}

/** A session ends by the system's time; who stands in today is a matter of the best time known. */
type SessionClock = Pick<Clock, 'now' | 'system'>;

/** The live session of a cookie's token; none of an account that was ended or never let in. */
export async function findStaffSession(
  db: Db,
  token: string,
  clock: SessionClock,
): Promise<(StaffSession & Reader) | null> {
  return getSession(db, digestOf(token), clock);
}

/** As `findStaffSession`, by the digest under which the session is kept. */
export async function getSession(
  db: Db,
  tokenHash: string,
  clock: SessionClock,
): Promise<StaffSession | null> {
  const row = await db
    .selectFrom('staff_session')
    .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
    .selectAll('staff')
    .select('staff_session.token_hash')
    .where('staff_session.token_hash', '=', tokenHash)
    .where('staff_session.ended_at', 'is', null)
    .where('staff_session.expires_at', '>', isoOf(clock.system()))
    .where('staff.state', '=', 'active')
    .executeTakeFirst();
  if (!row) return null;
  const ofPrison = row.prison_id !== null && officeOf[row.role] === 'prison';
  const standIn = ofPrison ? await standInAt(db, row.prison_id ?? '', clock.now()) : null;
  return { ...readerOf(row, await superiorsOf(db, row.id), standIn), tokenHash: row.token_hash };
}

/**
 * Whoever stands in has the rights of a deputy on these days, and everyone in the prison but the officer in charge
 * is under him: what shuts him out shuts them out, and none of them is his second person.
 */
function readerOf(
  row: StaffRow,
  over: readonly string[],
  standIn: StandIn | null,
): Omit<StaffSession, 'tokenHash'> {
  const standsIn = standIn?.id === row.id;
  const under = standIn !== null && !standsIn && row.role !== 'officer-in-charge';
  const superiors = under && !over.includes(standIn.id) ? [...over, standIn.id] : over;
  return {
    id: row.id,
    role: standsIn ? 'deputy' : row.role,
    standIn,
    prisonId: row.prison_id,
    wingId: row.wing_id,
    unit: row.unit,
    superiors,
    name: row.name,
    username: row.username,
    mustChange: row.must_change === 1,
  };
}

export interface NewStaff {
  /** Given when others of the same batch refer to it. */
  readonly id?: string;
  /** Null: headquarters and outside. */
  readonly prisonId: string | null;
  readonly wingId?: string | null;
  readonly username: string;
  readonly name: string;
  readonly role: Role;
  readonly unit?: UnitKey | null;
  readonly superiorId?: string | null;
  /** Argon2id, as made by server/secrets.ts; null while the account waits for a second person. */
  readonly passwordHash: string | null;
  readonly state: StaffTable['state'];
  readonly mustChange: boolean;
  readonly proposedBy?: string | null;
  readonly at: string;
}

/** Adds a person; null if the username is taken. */
export async function insertStaff(db: Db, staff: NewStaff): Promise<string | null> {
  const [made] = await db
    .insertInto('staff')
    .values({
      id: staff.id ?? randomUUID(),
      prison_id: staff.prisonId,
      wing_id: staff.wingId ?? null,
      username: staff.username,
      name: staff.name,
      role: staff.role,
      unit: staff.unit ?? null,
      superior_id: staff.superiorId ?? null,
      password_hash: staff.passwordHash,
      state: staff.state,
      proposed_by: staff.proposedBy ?? null,
      approved_by: null,
      must_change: staff.mustChange ? 1 : 0,
      created_at: staff.at,
    })
    .onConflict(conflict => conflict.column('username').doNothing())
    .returning('id')
    .execute();
  return made?.id ?? null;
}

export async function getStaff(db: Db, id: string): Promise<StaffRow | null> {
  return (await db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()) ?? null;
}

export async function findStaffByUsername(db: Db, username: string): Promise<StaffRow | null> {
  const row = await db.selectFrom('staff').selectAll().where('username', '=', username).executeTakeFirst();
  return row ?? null;
}

export async function insertStaffSession(
  db: Db,
  session: { token: string; staffId: string; at: string; expiresAt: string },
): Promise<void> {
  await db
    .insertInto('staff_session')
    .values({
      token_hash: digestOf(session.token),
      staff_id: session.staffId,
      created_at: session.at,
      expires_at: session.expiresAt,
      ended_at: null,
    })
    .execute();
}

/** Signs out: ends one session. */
export async function endStaffSession(db: Db, tokenHash: string, at: string): Promise<void> {
  await db
    .updateTable('staff_session')
    .set({ ended_at: at })
    .where('token_hash', '=', tokenHash)
    .where('ended_at', 'is', null)
    .execute();
}

/** Ends every session of a person but the one that is kept (null: none). */
export async function endStaffSessions(
  db: Db,
  staffId: string,
  keptTokenHash: string | null,
  at: string,
): Promise<void> {
  let query = db
    .updateTable('staff_session')
    .set({ ended_at: at })
    .where('staff_id', '=', staffId)
    .where('ended_at', 'is', null);
  if (keptTokenHash !== null) query = query.where('token_hash', '!=', keptTokenHash);
  await query.execute();
}

export async function setPassword(db: Db, staffId: string, passwordHash: string): Promise<void> {
  await db
    .updateTable('staff')
    .set({ password_hash: passwordHash, must_change: 0 })
    .where('id', '=', staffId)
    .execute();
}
