import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import { departureKinds, isDeparture } from '../../shared/prisoner/event.ts';
import type {
  DepartureRow,
  PrisonerEventBody,
  PrisonerEventRow,
} from '../../shared/prisoner/event-schema.ts';
import { isDay } from '../../shared/prisoner/lines.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { PrisonerTable } from '../database/tables/prisoner.ts';
import type { Moment, RecordOwner } from './entries.ts';
import { getPrisoner, registerRows } from './prisoner-register.ts';
import { appendRecord, lockForRecord } from './record.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/** What a line keeps beside its kind and day. */
interface EventContent {
  readonly reason: string;
  readonly from?: string;
  readonly to?: string;
}

async function wingOf(tx: Tx, prisonId: string, wingId: string) {
  const row = await tx
    .selectFrom('wing')
    .select(['id', 'name'])
    .where('id', '=', wingId)
    .where('prison_id', '=', prisonId)
    .executeTakeFirst();
  if (!row) throw new Problem('not-found', { detail: '/wing' });
  return row;
}

interface Effect {
  readonly change: Partial<Pick<PrisonerTable, 'wing_id' | 'class' | 'released_at'>>;
  readonly content: EventContent;
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
    const wing = await wingOf(tx, owner.prisonId, body.wing);
    refuse(gone || wing.name === person.wing);
    return { change: { wing_id: wing.id }, content: { reason, from: person.wing, to: wing.name } };
  }
  if (body.kind === 'class') {
    refuse(gone || body.class === person.class);
    return { change: { class: body.class }, content: { reason, from: person.class, to: body.class } };
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
    const id = randomUUID();
    await tx
      .insertInto('prisoner_event')
      .values({
        id,
        prison_id: owner.prisonId,
        prisoner_id: owner.prisonerId,
        kind: body.kind,
        on_day: body.on,
        content: JSON.stringify(content),
        by_id: byId,
        at,
      })
      .execute();
    if (Object.keys(change).length > 0)
      await tx.updateTable('prisoner').set(change).where('id', '=', owner.prisonerId).execute();
    if (change.released_at)
      await tx
        .updateTable('prisoner_session')
        .set({ ended_at: at })
        .where('prisoner_id', '=', owner.prisonerId)
        .where('ended_at', 'is', null)
        .execute();
    const kept = { action: body.kind, event: id, prisoner: owner.prisonerId, onDay: body.on, ...content };
    await appendRecord(tx, { prisonId: owner.prisonId, kind: 'prisoner', at, actorId: byId, content: kept });
    return id;
  });
}

/** Everything that was entered of his coming and going, newest first. */
export async function listPrisonerEvents(db: Db, prisonerId: string): Promise<PrisonerEventRow[]> {
  const rows = await db
    .selectFrom('prisoner_event')
    .leftJoin('staff', 'staff.id', 'prisoner_event.by_id')
    .select(['prisoner_event.id', 'kind', 'on_day', 'content', 'at', 'staff.name'])
    .where('prisoner_id', '=', prisonerId)
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

const departureLimit = 500;

/** His own that are still open, or answered and never opened. */
async function leftBehind(db: Db, prisonerIds: readonly string[]) {
  if (prisonerIds.length === 0) return [];
  return db
    .selectFrom('submission')
    .select(['prisoner_id', 'number', 'state'])
    .where('prisoner_id', 'in', prisonerIds)
    .where('identity', '=', 'named')
    .where('listed_at', 'is not', null)
    .where(({ eb, or }) => or([eb('open', '=', 1), eb('state', '=', 'answered')]))
    .orderBy('number')
    .execute();
}

/** Who left the prison, newest first, with what of theirs is still open: for the visiting justice. */
export async function listDepartures(db: Db, prisonId: string): Promise<DepartureRow[]> {
  const rows = await registerRows(db, prisonId)
    .innerJoin('prisoner_event', 'prisoner_event.prisoner_id', 'prisoner.id')
    .leftJoin('staff', 'staff.id', 'prisoner_event.by_id')
    .select([
      'prisoner_event.id as event',
      'prisoner_event.kind',
      'prisoner_event.on_day',
      'prisoner_event.at',
      'prisoner_event.content',
      'staff.name as by',
    ])
    .where('prisoner_event.kind', 'in', departureKinds)
    .orderBy('prisoner_event.at', 'desc')
    .limit(departureLimit)
    .execute();
  const cases = await leftBehind(db, [...new Set(rows.map(({ id }) => id))]);
  const seen = new Set<string>();
  return rows.map(row => {
    // Of somebody who left twice, the latest alone says whether he is here.
    const returned = row.releasedAt === null || seen.has(row.id);
    seen.add(row.id);
    return {
      id: row.event,
      kind: row.kind as DepartureRow['kind'],
      number: row.number,
      name: row.name,
      wing: row.wing,
      on: row.on_day,
      at: row.at,
      by: row.by,
      reason: (JSON.parse(row.content) as EventContent).reason,
      returned,
      cases: cases
        .filter(({ prisoner_id, number }) => prisoner_id === row.id && number !== null)
        .map(({ number, state }) => ({ number: number ?? 0, state })),
    };
  });
}
