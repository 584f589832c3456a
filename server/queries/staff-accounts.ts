import type { Kysely, Transaction } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { StaffRow as ListedStaff } from '../../shared/staff/schema.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';
import type { Database } from '../database/database.ts';
import type { Schema, StaffRow } from '../database/schema.ts';
import { appendRecord, lockForRecord } from './record.ts';
import { endStaffSessions, getStaff, insertStaff, type NewStaff, type StaffSession } from './staff.ts';
import { mayApprove, mayEnd, takesTwoPeople } from './staff-approval.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;
type Account = Pick<
  StaffRow,
  'id' | 'name' | 'username' | 'role' | 'unit' | 'state' | 'prison_id' | 'proposed_by'
> & {
  readonly wing: string | null;
  readonly superior: string | null;
  readonly proposer: string | null;
  readonly proposer_role: StaffRow['role'] | null;
  readonly proposer_prison: string | null;
};

/** Accounts that `reader` has to do with: of his prison, or proposed there for headquarters; all for the Commissioner. */
function accountsFor(db: Db, reader: StaffSession) {
  const query = db
    .selectFrom('staff')
    .leftJoin('wing', 'wing.id', 'staff.wing_id')
    .leftJoin('staff as superior', 'superior.id', 'staff.superior_id')
    .leftJoin('staff as proposer', 'proposer.id', 'staff.proposed_by')
    .select(['staff.id', 'staff.name', 'staff.username', 'staff.role', 'staff.unit', 'staff.state'])
    .select(['staff.prison_id', 'staff.proposed_by', 'wing.name as wing', 'superior.name as superior'])
    .select([
      'proposer.name as proposer',
      'proposer.role as proposer_role',
      'proposer.prison_id as proposer_prison',
    ]);
  if (reader.role === 'commissioner') return query;
  return query.where(eb =>
    eb.or([
      eb('staff.prison_id', 'is not distinct from', reader.prisonId),
      eb.and([
        eb('staff.prison_id', 'is', null),
        eb('proposer.prison_id', 'is not distinct from', reader.prisonId),
      ]),
    ]),
  );
}

const canApprove = (reader: StaffSession, account: Account): boolean =>
  mayApprove(reader, {
    role: account.role,
    state: account.state,
    proposedBy: account.proposed_by,
    proposerRole: account.proposer_role,
  });

/** Those who wait for a second person first, ended ones last. */
export async function listAccounts(db: Db, reader: StaffSession): Promise<ListedStaff[]> {
  const rows: Account[] = await accountsFor(db, reader).orderBy('staff.name').orderBy('staff.id').execute();
  const order = ['proposed', 'active', 'ended'];
  return rows
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
    .map(row => ({
      id: row.id,
      name: row.name,
      username: row.username,
      role: row.role,
      unit: row.unit,
      wing: row.wing,
      superior: row.superior,
      state: row.state,
      proposedBy: row.proposer,
      canApprove: canApprove(reader, row),
    }));
}

async function accountFor(db: Db, reader: StaffSession, id: string): Promise<Account> {
  const row = await accountsFor(db, reader).where('staff.id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row;
}

export interface ProposedStaff {
  readonly name: string;
  readonly username: string;
  readonly role: NewStaff['role'];
  readonly unit: UnitKey | null;
  readonly wing: string | null;
  readonly superior: string | null;
}

/** The proposer's prison is the account's; only the Commissioner's is none. */
const prisonFor = (proposer: StaffSession, staff: ProposedStaff): string | null =>
  staff.role === 'commissioner' ? null : proposer.prisonId;

async function assertPlace(tx: Tx, prisonId: string | null, staff: ProposedStaff): Promise<void> {
  if ((staff.role === 'unit-officer') !== (staff.unit !== null)) throw new Problem('unit-unknown');
  if (staff.wing !== null) {
    const wing = await tx
      .selectFrom('wing')
      .select('prison_id')
      .where('id', '=', staff.wing)
      .executeTakeFirst();
    if (!wing || wing.prison_id !== prisonId) throw new Problem('not-found', { detail: '/wing' });
  }
  if (staff.superior !== null) {
    const superior = await getStaff(tx, staff.superior);
    // Only the Commissioner stands over people of a prison without belonging to it.
    const over = superior?.prison_id === prisonId || superior?.role === 'commissioner';
    if (!superior || !over || superior.state === 'ended')
      throw new Problem('not-found', { detail: '/superior' });
  }
}

/**
 * Proposes an account. One that can read submissions waits for a second person; any other is let in at once
 * with `passwordHash`. Answers its id and whether it is in. Throws name-taken, unit-unknown, not-found.
 */
export async function proposeAccount(
  database: Database,
  proposer: StaffSession,
  staff: ProposedStaff,
  passwordHash: string,
  at: string,
): Promise<{ id: string; active: boolean }> {
  const prisonId = prisonFor(proposer, staff);
  const active = !takesTwoPeople(staff.role);
  return database.transaction(async tx => {
    await lockForRecord(database, tx, proposer.prisonId);
    await assertPlace(tx, prisonId, staff);
    const id = await insertStaff(tx, {
      prisonId,
      wingId: staff.wing,
      username: staff.username,
      name: staff.name,
      role: staff.role,
      unit: staff.unit,
      superiorId: staff.superior,
      passwordHash: active ? passwordHash : null,
      state: active ? 'active' : 'proposed',
      mustChange: true,
      proposedBy: proposer.id,
      at,
    });
    if (id === null) throw new Problem('name-taken');
    const { name, username, role, unit, wing, superior } = staff;
    await appendRecord(tx, {
      prisonId: proposer.prisonId,
      kind: 'staff',
      at,
      actorId: proposer.id,
      content: {
        action: active ? 'added' : 'proposed',
        staff: id,
        name,
        username,
        role,
        unit,
        wing,
        superior,
      },
    });
    return { id, active };
  });
}

/** Lets a proposed account in, as the second person. Throws not-found, staff-not-proposed, second-person-needed. */
export async function approveAccount(
  database: Database,
  approver: StaffSession,
  id: string,
  passwordHash: string,
  at: string,
): Promise<void> {
  const { prison_id, proposer_prison } = await accountFor(database.read, approver, id);
  const prisonId = prison_id ?? proposer_prison;
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const account = await accountFor(tx, approver, id);
    if (account.state !== 'proposed') throw new Problem('staff-not-proposed');
    if (!canApprove(approver, account)) throw new Problem('second-person-needed');
    const [approved] = await tx
      .updateTable('staff')
      .set({ state: 'active', approved_by: approver.id, password_hash: passwordHash, must_change: 1 })
      .where('id', '=', id)
      .where('state', '=', 'proposed')
      .returning('id')
      .execute();
    // An account of no prison has no head to hold: two who approve at once are told apart here.
    if (!approved) throw new Problem('staff-not-proposed');
    const content = { action: 'approved', staff: id, role: account.role, username: account.username };
    await appendRecord(tx, { prisonId, kind: 'staff', at, actorId: approver.id, content });
  });
}

/**
 * Ends an account and its sessions; what its holder wrote stays. Throws not-found, and second-person-needed
 * for one's own account or one that watches over the one who ends it.
 */
export async function endAccount(
  database: Database,
  person: StaffSession,
  id: string,
  at: string,
): Promise<void> {
  const { prison_id, proposer_prison } = await accountFor(database.read, person, id);
  const prisonId = prison_id ?? proposer_prison;
  await database.transaction(async tx => {
    await lockForRecord(database, tx, prisonId);
    const account = await accountFor(tx, person, id);
    if (account.id === person.id || !mayEnd(person.role, account.role))
      throw new Problem('second-person-needed');
    if (account.state === 'ended') return;
    await tx.updateTable('staff').set({ state: 'ended' }).where('id', '=', id).execute();
    await endStaffSessions(tx, id, null, at);
    const content = { action: 'ended', staff: id, role: account.role, username: account.username };
    await appendRecord(tx, { prisonId, kind: 'staff', at, actorId: person.id, content });
  });
}

/** Every officer of the prison, with an account or without, so that he can be named in a submission. */
export async function listOfficers(db: Db, prisonId: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'unit'])
    .where('prison_id', '=', prisonId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}
