import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { nextSix } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { listSubmissions } from './list-submissions.ts';
import { getPrison } from './prison.ts';

/** A submission whose name waits for its check. */
export interface Unchecked {
  readonly id: string;
  readonly prisonId: string;
  readonly kioskId: string;
  readonly identity: string;
  readonly receivedAt: string;
}

/** His name, or a number claimed with a PIN that did not fit. */
export type NameChecked =
  | { readonly kind: 'named'; readonly prisonerId: string }
  | { readonly kind: 'claimed'; readonly number: string; readonly ownerId: string | null };

export async function nextUnchecked(
  db: Kysely<Schema>,
  prisonId: string,
  passedOver: readonly string[],
): Promise<Unchecked | null> {
  let query = db
    .selectFrom('submission')
    .innerJoin('intake', 'intake.id', 'submission.id')
    .select([
      'submission.id',
      'submission.prison_id',
      'intake.kiosk_id',
      'intake.identity',
      'intake.received_at',
    ])
    .where('submission.prison_id', '=', prisonId)
    .where('submission.identity', '=', 'checking')
    .where('submission.listed_at', 'is', null)
    .orderBy('intake.arrival')
    .limit(1);
  if (passedOver.length > 0) query = query.where('submission.id', 'not in', passedOver);
  const row = await query.executeTakeFirst();
  return row
    ? {
        id: row.id,
        prisonId: row.prison_id,
        kioskId: row.kiosk_id,
        identity: row.identity ?? '',
        receivedAt: row.received_at,
      }
    : null;
}

/**
 * Writes the outcome of one check and erases the envelope. With the right PIN the submission comes into the
 * list; otherwise it is kept as nameless and the claim is kept for the visiting justice. True if it was listed.
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
    const [still] = await tx
      .updateTable('submission')
      .set(
        checked.kind === 'named'
          ? { identity: 'named', prisoner_id: checked.prisonerId }
          : {
              identity: 'claimed',
              wing_id: null,
              list_after: nextSix(Temporal.Instant.from(at), prison.zone),
            },
      )
      .where('id', '=', item.id)
      .where('identity', '=', 'checking')
      .returning('id')
      .execute();
    if (!still) return false;
    await tx.updateTable('intake').set({ identity: null }).where('id', '=', item.id).execute();
    if (checked.kind === 'claimed') {
      await tx
        .insertInto('claim')
        .values({
          id: randomUUID(),
          submission_id: item.id,
          prison_id: item.prisonId,
          number: checked.number,
          prisoner_id: checked.ownerId,
          at: item.receivedAt,
          state: 'open',
          answered_at: null,
        })
        .execute();
      return false;
    }
    await listSubmissions(database, tx, item.prisonId, [item.id], at);
    return true;
  });
}
