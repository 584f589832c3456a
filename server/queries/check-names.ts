import { randomUUID } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { State } from '../../shared/submission/life.ts';
import { nextSix } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { asPrisoner, recordEvent } from './act.ts';
import { homeWing } from './home-wing.ts';
import { listSubmissions } from './list-submissions.ts';
import { getPrison } from './prison.ts';

type Tx = Transaction<Schema>;

/** With the wing that the writer lives in: its first reader stands too near. */
export const withHomeOf = (prisonerId: string) =>
  sql<string>`near_wings || ',' || ${homeWing(sql`${prisonerId}`, sql.ref('submission.prison_id'))}`;

/** A submission whose name waits for its check. */
export interface Unchecked {
  readonly id: string;
  readonly prisonId: string;
  readonly kioskId: string;
  readonly identity: string;
  readonly receivedAt: string;
  readonly arrival: number;
}

/** His name, or a number claimed with a PIN that did not fit. */
export type NameChecked =
  | { readonly kind: 'named'; readonly prisonerId: string }
  | { readonly kind: 'claimed'; readonly number: string; readonly ownerId: string | null };

/** The next one after the arrival number given, whether it stands in the list as nameless by now or not. */
export async function nextUnchecked(
  db: Kysely<Schema>,
  prisonId: string,
  after: number,
): Promise<Unchecked | null> {
  const row = await db
    .selectFrom('submission')
    .innerJoin('intake', 'intake.id', 'submission.id')
    .select([
      'submission.id',
      'submission.prison_id',
      'intake.kiosk_id',
      'intake.identity',
      'intake.received_at',
      'intake.arrival',
    ])
    .where('submission.prison_id', '=', prisonId)
    .where('submission.identity', '=', sql.lit('checking'))
    .where('intake.arrival', '>', after)
    .orderBy('intake.arrival')
    .limit(1)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        prisonId: row.prison_id,
        kioskId: row.kiosk_id,
        identity: row.identity ?? '',
        receivedAt: row.received_at,
        arrival: row.arrival,
      }
    : null;
}

/** How many submissions of a prison wait for the check of their name. */
export async function countUnchecked(db: Kysely<Schema>, prisonId: string): Promise<number> {
  const row = await db
    .selectFrom('submission')
    .select(eb => eb.fn.countAll().as('count'))
    .where('prison_id', '=', prisonId)
    .where('identity', '=', sql.lit('checking'))
    .executeTakeFirstOrThrow();
  return Number(row.count);
}

/**
 * Writes the outcome of one check and erases the envelope. With the right PIN the submission comes into the
 * list under its name, or gets it there; otherwise it is kept as nameless and the claim is kept for the visiting
 * justice. True if the officers' list says something new.
 */
export async function storeNameCheck(
  database: Database,
  item: Unchecked,
  checked: NameChecked,
  at: string,
): Promise<boolean> {
  const prison = await getPrison(database.read, item.prisonId);
  return database.transaction(async tx => {
    await database.lockHead(tx, item.prisonId);
    const still = await tx
      .updateTable('intake')
      .set({ identity: null })
      .where('id', '=', item.id)
      .where('identity', 'is not', null)
      .executeTakeFirst();
    // Another process was first.
    if (still.numUpdatedRows === 0n) return false;
    if (checked.kind === 'named') await putName(database, tx, item, checked.prisonerId, at);
    else await putClaim(tx, item, checked, nextSix(Temporal.Instant.from(at), prison.zone));
    return checked.kind === 'named';
  });
}

/** His name, and the wing of the kiosk that took it; one that stands in the list already has it in its history. */
async function putName(database: Database, tx: Tx, item: Unchecked, prisonerId: string, at: string) {
  const row = await tx
    .selectFrom('submission')
    .select(['listed_at', 'version', 'state'])
    .where('id', '=', item.id)
    .executeTakeFirstOrThrow();
  const listed = row.listed_at !== null;
  const { wing_id } = await tx
    .selectFrom('kiosk')
    .select('wing_id')
    .where('id', '=', item.kioskId)
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('submission')
    .set({
      identity: 'named',
      prisoner_id: prisonerId,
      wing_id,
      near_wings: withHomeOf(prisonerId),
      version: row.version + (listed ? 1 : 0),
    })
    .where('id', '=', item.id)
    .execute();
  if (listed) await recordLateName(tx, item, { prisonerId, at, state: row.state });
  else await listSubmissions(database, tx, item.prisonId, [item.id], at);
}

async function recordLateName(
  tx: Tx,
  item: Unchecked,
  { prisonerId, at, state }: { prisonerId: string; at: string; state: State },
): Promise<void> {
  await recordEvent(
    tx,
    { id: item.id, prison_id: item.prisonId },
    { action: 'name-added', person: asPrisoner(prisonerId), at, from: state, to: state, detail: {} },
  );
}

async function putClaim(
  tx: Tx,
  item: Unchecked,
  claimed: Extract<NameChecked, { kind: 'claimed' }>,
  morning: string,
): Promise<void> {
  await tx
    .updateTable('submission')
    .set(eb => ({
      identity: eb.val('claimed' as const),
      wing_id: null,
      list_after: eb.fn.coalesce('list_after', eb.val(morning)),
    }))
    .where('id', '=', item.id)
    .execute();
  await tx
    .insertInto('claim')
    .values({
      id: randomUUID(),
      submission_id: item.id,
      prison_id: item.prisonId,
      number: claimed.number,
      prisoner_id: claimed.ownerId,
      at: item.receivedAt,
      state: 'open',
      answered_at: null,
    })
    .execute();
}
