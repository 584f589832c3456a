import type { Kysely } from 'kysely';
import { afterFailure, type Pace, secondsLeft, type Throttle } from '../../shared/prisoner/throttle.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';

type Db = Kysely<Schema>;

/** One count that slows a try down. */
export interface Count {
  readonly key: string;
  readonly pace: Pace;
}

interface Taken extends Count {
  readonly before: Throttle;
  readonly after: Throttle;
}

/** A try that is counted as wrong until it proves right, in the order of its keys. */
export type Try = readonly Taken[];

/**
 * Takes a try before the secret is looked at, and counts it as wrong at once: of any number that come together
 * each sees those before it, so that no burst gets more tries than one after another would. Throws slow-down, and
 * then nothing is counted.
 */
export async function takeTry(database: Database, counts: readonly Count[], now: number): Promise<Try> {
  // One order for all, or two that share two counts could wait for each other.
  const sorted = counts.toSorted((a, b) => (a.key < b.key ? -1 : 1));
  // Most that come too early are turned away by this look, without waiting for the writer.
  refuseEarly(await Promise.all(sorted.map(({ key }) => throttleOf(database.read, key))), now);
  return database.transaction(async tx => {
    const taken: Taken[] = [];
    for (const count of sorted) {
      const before = await heldThrottle(tx, count.key);
      taken.push({ ...count, before, after: afterFailure(before, now, count.pace) });
    }
    refuseEarly(
      taken.map(({ before }) => before),
      now,
    );
    for (const { key, after } of taken)
      await tx
        .updateTable('throttle')
        .set({ failures: after.failures, not_before: after.notBefore })
        .where('key', '=', key)
        .execute();
    return taken;
  });
}

function refuseEarly(throttles: readonly (Throttle | null)[], now: number): void {
  const wait = Math.max(0, ...throttles.map(throttle => (throttle ? secondsLeft(throttle, now) : 0)));
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait });
}

async function throttleOf(db: Db, key: string): Promise<Throttle | null> {
  const row = await db.selectFrom('throttle').selectAll().where('key', '=', key).executeTakeFirst();
  return row ? { failures: row.failures, notBefore: row.not_before } : null;
}

/** The count as it stands, held until the transaction ends: writing it over with itself is what holds it. */
async function heldThrottle(tx: Db, key: string): Promise<Throttle> {
  const row = await tx
    .insertInto('throttle')
    .values({ key, failures: 0, not_before: 0 })
    .onConflict(conflict =>
      conflict.column('key').doUpdateSet(eb => ({ failures: eb.ref('throttle.failures') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, notBefore: row.not_before };
}

/** The secret was right: the person's counts are cleared, and those shared with others get their try back. */
export async function settleTry(db: Db, tried: Try): Promise<void> {
  for (const taken of tried)
    if (taken.pace.forgetAfter === null)
      await db.deleteFrom('throttle').where('key', '=', taken.key).execute();
    else await giveBack(db, taken);
}

/** No secret was wrong after all: every count is as if the try had not been made. */
export async function returnTry(db: Db, tried: Try): Promise<void> {
  for (const taken of tried) await giveBack(db, taken);
}

/** Wrong tries of others since then stay counted, and keep their wait. */
async function giveBack(db: Db, { key, before, after }: Taken): Promise<void> {
  const undone = await db
    .updateTable('throttle')
    .set({ failures: before.failures, not_before: before.notBefore })
    .where('key', '=', key)
    .where('failures', '=', after.failures)
    .where('not_before', '=', after.notBefore)
    .executeTakeFirst();
  if (undone.numUpdatedRows > 0n) return;
  await db
    .updateTable('throttle')
    .set(eb => ({ failures: eb('failures', '-', 1) }))
    .where('key', '=', key)
    .where('failures', '>', 0)
    .execute();
}
