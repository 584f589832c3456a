import type { Kysely, Transaction } from 'kysely';
import { isDeparture } from '../../shared/prisoner/event.ts';
import type { PrisonerEventBody, PrisonerEventRow } from '../../shared/prisoner/event-schema.ts';
import { isDay } from '../../shared/prisoner/lines.ts';
import type { Sex } from '../../shared/prisoner/sex.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { PrisonerTable } from '../database/tables/prisoner.ts';
import { beyondTime, type Moment, type RecordOwner } from './entries.ts';
import { endPlacementsOf } from './placement.ts';
import { otherPrisons, wingIn } from './prison.ts';
import { type EventContent, insertPrisonerEvent } from './prisoner-event-row.ts';
import { getPrisoner } from './prisoner-register.ts';
import { lockForRecord } from './record.ts';
import { callBackTransfer, sendTo } from './transfer.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

interface Effect {
  readonly change: Partial<Pick<PrisonerTable, 'wing_id' | 'class' | 'released_at'> & { readonly sex: Sex }>;
  readonly content: EventContent;
}

async function sexOf(tx: Tx, { prisonerId }: RecordOwner): Promise<Sex | null> {
  const row = await tx.selectFrom('prisoner').select('sex').where('id', '=', prisonerId).executeTakeFirst();
  return row?.sex ?? null;
}

/** What the event changes. Throws already-decided where nothing would change. */
async function effectOf(tx: Tx, owner: RecordOwner, body: PrisonerEventBody, at: string): Promise<Effect> {
  const person = await getPrisoner(tx, owner.prisonId, owner.prisonerId);
  const { reason } = body;
  const gone = person.releasedAt !== null;
  const refuse = (when: boolean) => {
    if (when) throw new Problem('already-decided');
  };
  if (body.kind === 'moved') {
    const wing = await wingIn(tx, owner.prisonId, body.wing);
    refuse(gone || wing.name === person.wing);
    return { change: { wing_id: wing.id }, content: { reason, from: person.wing, to: wing.name } };
  }
  if (body.kind === 'class') {
    refuse(gone || body.class === person.class);
    return { change: { class: body.class }, content: { reason, from: person.class, to: body.class } };
  }
  if (body.kind === 'sex') {
    const before = await sexOf(tx, owner);
    refuse(body.sex === before);
    return {
      change: { sex: body.sex },
      content: { reason, ...(before ? { from: before } : {}), to: body.sex },
    };
  }
  if (body.kind === 'transferred') {
    refuse(gone);
    const to = (await otherPrisons(tx, owner.prisonId)).find(({ id }) => id === body.prison);
    if (!to) throw new Problem('not-found', { detail: '/prison' });
    return { change: { released_at: at }, content: { reason, to: to.name } };
  }
  if (isDeparture(body.kind)) {
    refuse(gone);
    return { change: { released_at: at }, content: { reason } };
  }
  if (body.kind === 'returned') {
    refuse(!gone);
    return { change: { released_at: null }, content: { reason } };
  }
  return { change: {}, content: { reason } };
}

/**
 * Enters what happened to somebody, with its entry in the log; where he is and what he is held as follow from it.
 * Whoever left can sign in no more, at once; none of his submissions ends. Throws value-wrong for a day that lies
 * ahead or that no calendar has, already-decided, not-found.
 */
export async function addPrisonerEvent(
  database: Database,
  owner: RecordOwner,
  byId: string,
  body: PrisonerEventBody,
  { today, at }: Moment,
): Promise<string> {
  if (!isDay(body.on) || body.on > today) throw new Problem('value-wrong');
  return database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const { change, content } = await effectOf(tx, owner, body, at);
    const { prisonId, prisonerId } = owner;
    const event = { prisonId, prisonerId, kind: body.kind, onDay: body.on, content, byId, at };
    const id = await insertPrisonerEvent(tx, event);
    if (Object.keys(change).length > 0)
      await tx.updateTable('prisoner').set(change).where('id', '=', prisonerId).execute();
    if (body.kind === 'returned') await callBackTransfer(tx, prisonerId, byId, at);
    if (isDeparture(body.kind)) await leave(tx, owner, { untilOn: today, by: byId, at });
    if (body.kind === 'transferred')
      await sendTo(tx, owner, { toPrisonId: body.prison, onDay: body.on, reason: body.reason, byId, at });
    return id;
  });
}

/** Whoever left is signed in no more, and from today on held in no cell: never backwards, as with `endHeld`. */
async function leave(
  tx: Tx,
  { prisonId, prisonerId }: RecordOwner,
  ended: { readonly untilOn: string; readonly by: string; readonly at: string },
): Promise<void> {
  await tx
    .updateTable('prisoner_session')
    .set({ ended_at: ended.at })
    .where('prisoner_id', '=', prisonerId)
    .where('ended_at', 'is', null)
    .execute();
  await endPlacementsOf(tx, { prisonId, prisonerId, ...ended });
}

/** Everything that was entered of his coming and going, newest first, in whatever prison. */
export async function listPrisonerEvents(
  db: Db,
  { prisonerId, until }: RecordOwner,
): Promise<PrisonerEventRow[]> {
  const rows = await db
    .selectFrom('prisoner_event')
    .leftJoin('staff', 'staff.id', 'prisoner_event.by_id')
    .select(['prisoner_event.id', 'kind', 'on_day', 'content', 'at', 'staff.name'])
    .where('prisoner_id', '=', prisonerId)
    .where('at', '<=', until ?? beyondTime)
    .orderBy('at', 'desc')
    .orderBy('prisoner_event.id')
    .execute();
  return rows.map(row => {
    const { reason, from, to } = JSON.parse(row.content) as EventContent;
    return {
      id: row.id,
      kind: row.kind,
      on: row.on_day,
      at: row.at,
      by: row.name,
      reason,
      from: from ?? null,
      to: to ?? null,
    };
  });
}
