import type { Kysely } from 'kysely';
import { afterFailure, noThrottle, secondsLeft, type Throttle } from '../../shared/prisoner/throttle.ts';
import type { Schema } from '../database/schema.ts';

type Db = Kysely<Schema>;

export async function getThrottle(db: Db, key: string): Promise<Throttle> {
  const row = await db.selectFrom('throttle').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? { failures: row.failures, notBefore: row.not_before } : noThrottle;
}

/** Seconds until a try under any of these keys is looked at; 0 if now. */
export async function waitFor(db: Db, keys: readonly string[], now: number): Promise<number> {
  const waits = await Promise.all(keys.map(async key => secondsLeft(await getThrottle(db, key), now)));
  return Math.max(0, ...waits);
}

/** Counts a wrong try. Two at once may count as one: that costs an attacker nothing less than a full argon2 each. */
export async function countFailure(db: Db, key: string, now: number, ceiling: number): Promise<void> {
  const next = afterFailure(await getThrottle(db, key), now, ceiling);
  await db
    .insertInto('throttle')
    .values({ key, failures: next.failures, not_before: next.notBefore })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet({ failures: next.failures, not_before: next.notBefore }),
    )
    .execute();
}

export async function clearThrottle(db: Db, key: string): Promise<void> {
  await db.deleteFrom('throttle').where('key', '=', key).execute();
}
