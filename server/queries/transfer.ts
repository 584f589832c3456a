import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { isDay } from '../../shared/prisoner/lines.ts';
import type { Arrival, ArrivalBody } from '../../shared/prisoner/transfer-schema.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Moment, RecordOwner } from './entries.ts';
import { getPrison, wingIn } from './prison.ts';
import { normalNumber } from './prisoner.ts';
import { insertPrisonerEvent } from './prisoner-event-row.ts';
import { appendRecord, lockForRecords } from './record.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

export interface Sending {
  readonly toPrisonId: string;
  readonly onDay: string;
  readonly reason: string;
  readonly byId: string;
  readonly at: string;
}

/** Sends somebody off; he waits for the other prison to take him in. The caller enters that he left. */
export async function sendTo(tx: Tx, { prisonId, prisonerId }: RecordOwner, sending: Sending): Promise<void> {
  const { toPrisonId, onDay, reason, byId, at } = sending;
  const person = await tx
    .selectFrom('prisoner')
    .innerJoin('prisoner_number', 'prisoner_number.prisoner_id', 'prisoner.id')
    .select(['prisoner.wing_id', 'prisoner.class', 'prisoner_number.number'])
    .where('prisoner.id', '=', prisonerId)
    .where('prisoner_number.prison_id', '=', prisonId)
    .where('prisoner_number.current', '=', 1)
    .executeTakeFirstOrThrow();
  await tx
    .insertInto('transfer')
    .values({
      id: randomUUID(),
      prisoner_id: prisonerId,
      from_prison_id: prisonId,
      to_prison_id: toPrisonId,
      ...person,
      on_day: onDay,
      reason,
      sent_by: byId,
      sent_at: at,
      state: 'waiting',
      decided_by: null,
      decided_at: null,
    })
    .execute();
}

/** He stayed or came back before anybody took him in: the other prison waits for him no more. */
export async function callBackTransfer(tx: Tx, prisonerId: string, byId: string, at: string): Promise<void> {
  await tx
    .updateTable('transfer')
    .set({ state: 'called-back', decided_by: byId, decided_at: at })
    .where('prisoner_id', '=', prisonerId)
    .where('state', '=', 'waiting')
    .execute();
}

/** Who is on his way to a prison, longest first. */
export async function listArrivals(db: Db, prisonId: string): Promise<Arrival[]> {
  return db
    .selectFrom('transfer')
    .innerJoin('prisoner', 'prisoner.id', 'transfer.prisoner_id')
    .innerJoin('prison', 'prison.id', 'transfer.from_prison_id')
    .select([
      'transfer.id',
      'prisoner.name',
      'transfer.class',
      'prison.name as from',
      'transfer.number',
      'transfer.on_day as on',
      'transfer.reason',
    ])
    .where('transfer.to_prison_id', '=', prisonId)
    .where('transfer.state', '=', 'waiting')
    .orderBy('transfer.sent_at')
    .execute();
}

/** His number here from now on; one that he had before is his again. Throws number-taken for somebody else's. */
async function giveNumber(tx: Tx, prisonId: string, prisonerId: string, typed: string): Promise<string> {
  const number = normalNumber(typed);
  await tx
    .updateTable('prisoner_number')
    .set({ current: 0 })
    .where('prison_id', '=', prisonId)
    .where('prisoner_id', '=', prisonerId)
    .execute();
  const given = await tx
    .insertInto('prisoner_number')
    .values({ prison_id: prisonId, number, prisoner_id: prisonerId, current: 1 })
    .onConflict(conflict =>
      conflict
        .columns(['prison_id', 'number'])
        .doUpdateSet({ current: 1 })
        .where('prisoner_number.prisoner_id', '=', prisonerId),
    )
    .returning('number')
    .execute();
  if (given.length === 0) throw new Problem('number-taken', { detail: '/number' });
  return number;
}

/**
 * Takes somebody in from another prison of this server: his record, his PIN and what he sent are his, so they are
 * there at once, and he can sign in again. Both logs say so. Throws not-found, value-wrong (a day that is none, lies
 * ahead or before he left), already-decided (taken in or called back meanwhile), number-taken.
 */
export async function takeArrival(
  database: Database,
  prisonId: string,
  staff: Pick<StaffSession, 'id'>,
  id: string,
  body: ArrivalBody,
  { today, at }: Moment,
): Promise<void> {
  const known = await database.read
    .selectFrom('transfer')
    .select('from_prison_id')
    .where('id', '=', id)
    .where('to_prison_id', '=', prisonId)
    .executeTakeFirst();
  if (!known) throw new Problem('not-found');
  const from = await getPrison(database.read, known.from_prison_id);
  const to = await getPrison(database.read, prisonId);
  await database.transaction(async tx => {
    await lockForRecords(database, tx, [from.id, to.id]);
    const sent = await tx.selectFrom('transfer').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    if (sent.state !== 'waiting') throw new Problem('already-decided');
    if (!isDay(body.on) || body.on > today || body.on < sent.on_day) throw new Problem('value-wrong');
    const wing = await wingIn(tx, prisonId, body.wing);
    const number = await giveNumber(tx, prisonId, sent.prisoner_id, body.number);
    await tx
      .updateTable('transfer')
      .set({ state: 'arrived', decided_by: staff.id, decided_at: at })
      .where('id', '=', id)
      .execute();
    await tx
      .updateTable('prisoner')
      .set({ prison_id: prisonId, wing_id: wing.id, released_at: null })
      .where('id', '=', sent.prisoner_id)
      .execute();
    const event = {
      prisonId,
      prisonerId: sent.prisoner_id,
      kind: 'arrived',
      onDay: body.on,
      content: { reason: body.reason, from: from.name, to: to.name },
      byId: staff.id,
      at,
    } as const;
    await insertPrisonerEvent(tx, event, { number, wing: wing.id, transfer: id });
    const received = { action: 'taken-in', prisoner: sent.prisoner_id, transfer: id, by: to.name };
    await appendRecord(tx, { prisonId: from.id, kind: 'prisoner', at, actorId: staff.id, content: received });
  });
}
