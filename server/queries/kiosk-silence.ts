import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';

type Db = Kysely<Schema>;

/** Keeps that nothing was heard of a kiosk; two heartbeats at once after it tell of it once. */
export async function insertSilence(db: Db, kioskId: string, from: string, until: string): Promise<void> {
  await db
    .insertInto('kiosk_silence')
    .values({ kiosk_id: kioskId, from_at: from, until_at: until })
    .onConflict(conflict => conflict.columns(['kiosk_id', 'from_at']).doNothing())
    .execute();
}

/** The silences of a prison's kiosks that ended since an instant. */
export async function listSilences(db: Db, prisonId: string, since: string) {
  return db
    .selectFrom('kiosk_silence')
    .innerJoin('kiosk', 'kiosk.id', 'kiosk_silence.kiosk_id')
    .select(['kiosk_silence.kiosk_id as kioskId', 'from_at as from', 'until_at as until'])
    .where('kiosk.prison_id', '=', prisonId)
    .where('until_at', '>=', since)
    .execute();
}
