import type { Kysely } from 'kysely';
import { type Digest, digestLimit } from '../../shared/submission/digest-schema.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { isOpen, openTo } from './case.ts';
import { listCases } from './case-list.ts';
import { caseRowsFor } from './case-rows.ts';
import { appendRecord, lockForRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;

function lateOnes(db: Db, reader: Reader, today: string) {
  return db
    .selectFrom('submission')
    .where(openTo(reader))
    .where('submission.open', '=', isOpen)
    .where('submission.due_on', '<', today);
}

async function lastRead(db: Db, staffId: string): Promise<string | null> {
  const { last } = await db
    .selectFrom('digest_read')
    .select(eb => eb.fn.max('on_day').as('last'))
    .where('staff_id', '=', staffId)
    .executeTakeFirstOrThrow();
  return last;
}

/** Whether something is late that he has not read of today. */
export async function isDigestUnread(db: Db, reader: Reader, today: string): Promise<boolean> {
  const last = await lastRead(db, reader.id);
  if (last !== null && last >= today) return false;
  return (
    (await lateOnes(db, reader, today).select('submission.id').limit(1).executeTakeFirst()) !== undefined
  );
}

async function countLate(db: Db, reader: Reader, today: string): Promise<number> {
  const { late } = await lateOnes(db, reader, today)
    .select(eb => eb.fn.countAll<number>().as('late'))
    .executeTakeFirstOrThrow();
  return Number(late);
}

/** The last day on which each of these rose, by its id. */
async function roseOn(db: Db, ids: readonly string[], zone: string): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('event')
    .select(['submission_id as id'])
    .select(eb => eb.fn.max('at').as('at'))
    .where('submission_id', 'in', ids)
    .where('action', '=', 'rise')
    .groupBy('submission_id')
    .execute();
  return new Map(rows.map(({ id, at }) => [id, dayOf(Temporal.Instant.from(at), zone).toString()]));
}

/** A day, and the zone in which it is one. */
export interface DigestDay {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly zone: string;
}

/** What is late among the cases that `reader` may open, due longest ago first. */
export async function digestFor(db: Db, reader: Reader, { today, zone }: DigestDay): Promise<Digest> {
  const everything = { kind: null, wing: null, alike: null };
  const page = await listCases(db, reader, 'open', everything, { after: null, limit: digestLimit });
  const late = page.rows.filter(row => row.due_on < today);
  const rose = await roseOn(
    db,
    late.map(row => row.id),
    zone,
  );
  const rows = await caseRowsFor(db, reader, late, today);
  const last = await lastRead(db, reader.id);
  return {
    on: today,
    read: last !== null && last >= today,
    lastReadOn: last,
    late: await countLate(db, reader, today),
    rows: rows.map((row, index) => ({ ...row, roseOn: rose.get(late[index]?.id ?? '') ?? null })),
  };
}

/** He says that he has read it: once a day, for ever, and in his prison's log. */
export async function markDigestRead(
  database: Database,
  reader: StaffSession,
  today: string,
  at: string,
): Promise<void> {
  const late = await countLate(database.read, reader, today);
  await database.transaction(async tx => {
    await lockForRecord(database, tx, reader.prisonId);
    const [made] = await tx
      .insertInto('digest_read')
      .values({ staff_id: reader.id, on_day: today, late, read_at: at })
      .onConflict(conflict => conflict.doNothing())
      .returning('staff_id')
      .execute();
    if (!made) return;
    const content = { on: today, late };
    await appendRecord(tx, { prisonId: reader.prisonId, kind: 'digest', at, actorId: reader.id, content });
  });
}
