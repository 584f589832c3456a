import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { absenceTrouble, covers, standInRoles } from '../../shared/staff/absence.ts';
import type { PrisonAbsences } from '../../shared/staff/absence-schema.ts';
import type { UnitKey } from '../../shared/submission/kinds.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;

/** Who acts for the officer in charge of a prison today (rule 141). */
export interface StandIn {
  readonly id: string;
  readonly name: string;
  /** Whose own cases he would rise to himself. */
  readonly unit: UnitKey | null;
  /** The last day, `YYYY-MM-DD`. */
  readonly until: string;
}

/** Who stands in on the day of the prison that `at` falls on; null: the officer in charge is there. */
export async function standInAt(db: Db, prisonId: string, at: Temporal.Instant): Promise<StandIn | null> {
  // A day is over somewhere on earth a day later at most; the prison's own day decides.
  const first = dayOf(at, 'UTC').subtract({ days: 1 }).toString();
  const rows = await db
    .selectFrom('absence')
    .innerJoin('staff', 'staff.id', 'absence.deputy_id')
    .innerJoin('prison', 'prison.id', 'absence.prison_id')
    .select([
      'staff.id',
      'staff.name',
      'staff.unit',
      'prison.zone',
      'from_on as fromOn',
      'until_on as untilOn',
    ])
    .where('absence.prison_id', '=', prisonId)
    .where('until_on', '>=', first)
    .where('ended_at', 'is', null)
    .where('staff.state', '=', 'active')
    .execute();
  const now = rows.find(row => covers(row, dayOf(at, row.zone).toString()));
  return now ? { id: now.id, name: now.name, unit: now.unit, until: now.untilOn } : null;
}

function officersFor(db: Db, prisonId: string) {
  return db
    .selectFrom('staff')
    .select(['id', 'name', 'role', 'unit'])
    .where('prison_id', '=', prisonId)
    .where('state', '=', 'active')
    .where('role', 'in', standInRoles)
    .orderBy('name')
    .orderBy('id');
}

/** A prison's absences, newest first, and who may stand in. */
export async function absencesOf(
  db: Db,
  prison: { readonly id: string; readonly name: string; readonly zone: string },
  now: Temporal.Instant,
): Promise<PrisonAbsences> {
  const today = dayOf(now, prison.zone).toString();
  const rows = await db
    .selectFrom('absence')
    .innerJoin('staff as deputy', 'deputy.id', 'absence.deputy_id')
    .innerJoin('staff as enterer', 'enterer.id', 'absence.entered_by')
    .leftJoin('staff as ender', 'ender.id', 'absence.ended_by')
    .select(['absence.id', 'from_on as fromOn', 'until_on as untilOn', 'reason', 'ended_at'])
    .select(['deputy.name as deputy', 'enterer.name as enteredBy', 'ender.name as endedBy'])
    .where('absence.prison_id', '=', prison.id)
    .orderBy('from_on', 'desc')
    .orderBy('entered_at', 'desc')
    .limit(100)
    .execute();
  return {
    prison: { id: prison.id, name: prison.name },
    today,
    absences: rows.map(({ ended_at, ...row }) => ({
      ...row,
      endedOn: ended_at === null ? null : dayOf(Temporal.Instant.from(ended_at), prison.zone).toString(),
      state: ended_at !== null || row.untilOn < today ? 'over' : row.fromOn > today ? 'coming' : 'now',
    })),
    officers: await officersFor(db, prison.id).execute(),
  };
}

export interface NewAbsence {
  readonly prison: { readonly id: string; readonly zone: string };
  readonly deputy: string;
  readonly fromOn: string;
  readonly untilOn: string;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** Enters who stands in. Throws out-of-bounds for its days, not-found for who may not, absence-overlaps. */
export async function insertAbsence(database: Database, given: NewAbsence): Promise<string> {
  const { prison, deputy, fromOn, untilOn, reason, by, at } = given;
  const trouble = absenceTrouble(given, dayOf(Temporal.Instant.from(at), prison.zone).toString());
  if (trouble) throw new Problem('out-of-bounds', { detail: `/${trouble}` });
  return database.transaction(async tx => {
    await database.lockHead(tx, prison.id);
    const officer = await officersFor(tx, prison.id).where('id', '=', deputy).executeTakeFirst();
    if (!officer) throw new Problem('not-found', { detail: '/deputy' });
    const another = await tx
      .selectFrom('absence')
      .select('id')
      .where('prison_id', '=', prison.id)
      .where('ended_at', 'is', null)
      .where('from_on', '<=', untilOn)
      .where('until_on', '>=', fromOn)
      .executeTakeFirst();
    // Two heads of one prison would each be out of sight of the other's conflicts.
    if (another) throw new Problem('absence-overlaps');
    const id = randomUUID();
    await tx
      .insertInto('absence')
      .values({
        id,
        prison_id: prison.id,
        deputy_id: deputy,
        from_on: fromOn,
        until_on: untilOn,
        reason,
        entered_by: by,
        entered_at: at,
        ended_by: null,
        ended_at: null,
      })
      .execute();
    await appendRecord(tx, {
      prisonId: prison.id,
      kind: 'absence',
      at,
      actorId: by,
      content: { action: 'entered', id, deputy, fromOn, untilOn, reason },
    });
    return id;
  });
}

/** Which prison an absence is of. Throws not-found. */
export async function prisonOfAbsence(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('absence').select('prison_id').where('id', '=', id).executeTakeFirst();
  if (!row) throw new Problem('not-found');
  return row.prison_id;
}

/** The officer in charge is back, or never goes: from now on nobody stands in. Throws already-decided. */
export async function endAbsence(
  database: Database,
  { id, prisonId, by, at }: { id: string; prisonId: string; by: string; at: string },
): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const [ended] = await tx
      .updateTable('absence')
      .set({ ended_by: by, ended_at: at })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .execute();
    if (!ended) throw new Problem('already-decided');
    await appendRecord(tx, { prisonId, kind: 'absence', at, actorId: by, content: { action: 'ended', id } });
  });
}
