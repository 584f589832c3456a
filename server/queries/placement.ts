import { randomUUID } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Section } from '../../shared/offer/kinds.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { findByNumber } from './prisoner.ts';
import { appendRecord } from './record.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

export interface NewPlacement {
  readonly prisonId: string;
  readonly number: string;
  readonly section: Section;
  readonly fromOn: string;
  readonly by: string;
  readonly at: string;
}

/** Enters who is held where. Throws not-found for a number that nobody here has, already-held for who is entered. */
export async function insertPlacement(database: Database, placement: NewPlacement): Promise<string> {
  const { prisonId, number, section, fromOn, by, at } = placement;
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const person = await findByNumber(tx, prisonId, number);
    if (!person) throw new Problem('not-found', { detail: '/number' });
    const there = await tx
      .selectFrom('placement')
      .select('id')
      .where('prisoner_id', '=', person.id)
      .where('until_on', 'is', null)
      .executeTakeFirst();
    if (there) throw new Problem('already-held');
    const id = randomUUID();
    await tx
      .insertInto('placement')
      .values({
        id,
        prison_id: prisonId,
        prisoner_id: person.id,
        section,
        from_on: fromOn,
        until_on: null,
        recorded_by: by,
        recorded_at: at,
        ended_by: null,
        ended_at: null,
      })
      .execute();
    await appendRecord(tx, {
      prisonId,
      kind: 'placement',
      at,
      actorId: by,
      content: { action: 'held', id, prisoner: person.id, section, fromOn },
    });
    return id;
  });
}

/** When somebody came out, and who says so. */
interface Ending {
  readonly prisonId: string;
  readonly untilOn: string;
  readonly by: string;
  readonly at: string;
}

/** Ends what is open of the placements chosen, each with its entry in the log, whose head is held. Answers how many. */
async function endIn(
  tx: Tx,
  { prisonId, untilOn, by, at }: Ending,
  which: { readonly column: 'id' | 'prisoner_id'; readonly value: string },
): Promise<number> {
  const changed = await tx
    .updateTable('placement')
    .set({ until_on: untilOn, ended_by: by, ended_at: at })
    .where(which.column, '=', which.value)
    .where('prison_id', '=', prisonId)
    .where('until_on', 'is', null)
    .returning('id')
    .execute();
  for (const { id } of changed)
    await appendRecord(tx, {
      prisonId,
      kind: 'placement',
      at,
      actorId: by,
      content: { action: 'out', id, untilOn },
    });
  return changed.length;
}

/** Somebody came out, on the day given. False if he is not held, or not here. */
export async function endPlacement(
  database: Database,
  { id, ...ending }: Ending & { readonly id: string },
): Promise<boolean> {
  return database.transaction(async tx => {
    await database.lockHead(tx, ending.prisonId);
    return (await endIn(tx, ending, { column: 'id', value: id })) > 0;
  });
}

/** Whoever left the prison is held in none of its cells; the caller holds the head. */
export async function endPlacementsOf(
  tx: Tx,
  { prisonerId, ...ending }: Ending & { readonly prisonerId: string },
): Promise<void> {
  await endIn(tx, ending, { column: 'prisoner_id', value: prisonerId });
}

/** Who is or was held in a prison on any day since `since`. */
export function listPlacements(db: Db, prisonId: string, since: string) {
  return db
    .selectFrom('placement')
    .innerJoin('prisoner', 'prisoner.id', 'placement.prisoner_id')
    .innerJoin('prisoner_number', join =>
      join
        .onRef('prisoner_number.prisoner_id', '=', 'prisoner.id')
        .onRef('prisoner_number.prison_id', '=', 'placement.prison_id')
        .on('prisoner_number.current', '=', 1),
    )
    .select([
      'placement.id',
      'placement.prisoner_id as prisonerId',
      'placement.section',
      'placement.from_on as fromOn',
      'placement.until_on as untilOn',
      'placement.recorded_at as recordedAt',
      'prisoner.name',
      'prisoner_number.number',
    ])
    .where('placement.prison_id', '=', prisonId)
    .where(({ eb, or }) => or([eb('placement.until_on', 'is', null), eb('placement.until_on', '>=', since)]))
    .orderBy('placement.from_on')
    .orderBy('prisoner_number.number')
    .execute();
}

/** Offers that were made since a day, newest day first. */
export function listOffers(db: Db, prisonId: string, since: string) {
  return (
    db
      .selectFrom('offer')
      .innerJoin('kiosk', 'kiosk.id', 'offer.kiosk_id')
      .leftJoin('prisoner', 'prisoner.id', 'offer.prisoner_id')
      .select([
        'offer.id',
        'offer.prisoner_id as prisonerId',
        'offer.section',
        'offer.number',
        'offer.made_on as madeOn',
        'offer.received_at as receivedAt',
        'offer.answer',
        'offer.reason',
        'prisoner.name',
        'kiosk.name as kiosk',
      ])
      .where('offer.prison_id', '=', prisonId)
      .where('offer.made_on', '>=', since)
      // In no order of the day's hours: the order would tell what the hour does.
      .orderBy('offer.made_on', 'desc')
      .orderBy('offer.section')
      .orderBy('offer.number')
      .execute()
  );
}

/** The last day on which each of these was offered a kiosk, by person. */
export async function lastOffered(db: Db, prisonId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('offer')
    .select(['prisoner_id', eb => eb.fn.max('made_on').as('last')])
    .where('prison_id', '=', prisonId)
    .where('prisoner_id', 'is not', null)
    .groupBy('prisoner_id')
    .execute();
  return new Map(rows.map(row => [row.prisoner_id ?? '', String(row.last)]));
}

/** How many kiosks for rounds a prison has in use. */
export async function countRoundKiosks(db: Db, prisonId: string): Promise<number> {
  const { count } = await db
    .selectFrom('kiosk')
    .select(eb => eb.fn.countAll().as('count'))
    .where('prison_id', '=', prisonId)
    .where('kind', '=', 'round')
    .where('revoked_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(count);
}
