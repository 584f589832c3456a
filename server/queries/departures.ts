import type { Kysely } from 'kysely';
import { departureKinds } from '../../shared/prisoner/event.ts';
import type { DepartureRow } from '../../shared/prisoner/event-schema.ts';
import type { Schema } from '../database/schema.ts';
import type { EventContent } from './prisoner-event-row.ts';
import { everyoneRows } from './prisoner-register.ts';

type Db = Kysely<Schema>;

const departureLimit = 500;

/** Those of this prison that are still open, or answered and never opened. */
async function leftBehind(db: Db, prisonId: string, prisonerIds: readonly string[]) {
  if (prisonerIds.length === 0) return [];
  return db
    .selectFrom('submission')
    .select(['prisoner_id', 'number', 'state'])
    .where('prison_id', '=', prisonId)
    .where('prisoner_id', 'in', prisonerIds)
    .where('identity', '=', 'named')
    .where('listed_at', 'is not', null)
    .where(({ eb, or }) => or([eb('open', '=', 1), eb('state', '=', 'answered')]))
    .orderBy('number')
    .execute();
}

/** Who left the prison, newest first, with what of theirs is still open: for the visiting justice. */
export async function listDepartures(db: Db, prisonId: string): Promise<DepartureRow[]> {
  const rows = await everyoneRows(db, prisonId)
    .innerJoin('prisoner_event', 'prisoner_event.prisoner_id', 'person.id')
    .leftJoin('staff', 'staff.id', 'prisoner_event.by_id')
    .leftJoin('transfer', join =>
      join
        .onRef('transfer.prisoner_id', '=', 'prisoner_event.prisoner_id')
        .onRef('transfer.sent_at', '=', 'prisoner_event.at'),
    )
    .select([
      'prisoner_event.id as event',
      'prisoner_event.kind',
      'prisoner_event.on_day',
      'prisoner_event.at',
      'prisoner_event.content',
      'staff.name as by',
      'transfer.state as transfer',
    ])
    .where('prisoner_event.prison_id', '=', prisonId)
    .where('prisoner_event.kind', 'in', departureKinds)
    .orderBy('prisoner_event.at', 'desc')
    .limit(departureLimit)
    .execute();
  const cases = await leftBehind(db, prisonId, [...new Set(rows.map(({ id }) => id))]);
  const seen = new Set<string>();
  return rows.map(row => {
    // Of somebody who left twice, the latest alone says whether he is here.
    const returned = row.releasedAt === null || seen.has(row.id);
    seen.add(row.id);
    const { reason, to } = JSON.parse(row.content) as EventContent;
    return {
      id: row.event,
      kind: row.kind as DepartureRow['kind'],
      number: row.number,
      name: row.name,
      wing: row.wing,
      on: row.on_day,
      at: row.at,
      by: row.by,
      reason,
      returned,
      to: to ?? null,
      arrived: row.transfer === 'arrived',
      cases: cases
        .filter(({ prisoner_id, number }) => prisoner_id === row.id && number !== null)
        .map(({ number, state }) => ({ number: number ?? 0, state })),
    };
  });
}
