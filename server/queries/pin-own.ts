import type { Kysely } from 'kysely';
import { closedUntil, isTrusted } from '../../shared/prisoner/pin.ts';
import type { PinKind } from '../../shared/prisoner/pin-pictures.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { appendRecord } from './record.ts';

interface RecentReset {
  readonly at: string;
  /** Until then, ISO, what is older stays closed. */
  readonly closedUntil: string;
}

/** A reset by others, if it is less than 48 hours ago. */
export function recentResetOf(at: string | null, now: string): RecentReset | null {
  const until = closedUntil(at);
  return at === null || until === null || isTrusted(at, now) ? null : { at, closedUntil: until };
}

/** When others reset this person's PIN, if that is less than 48 hours ago. */
export async function recentReset(
  db: Kysely<Schema>,
  prisonerId: string,
  now: string,
): Promise<RecentReset | null> {
  const row = await db
    .selectFrom('prisoner_pin')
    .select('reset_at')
    .where('prisoner_id', '=', prisonerId)
    .executeTakeFirst();
  return recentResetOf(row?.reset_at ?? null, now);
}

/**
 * His own PIN takes the place of the slip's. `before` is the hash that was just found to fit: throws sign-in-wrong
 * if another took its place meanwhile.
 */
export async function chooseOwnPin(
  database: Database,
  own: {
    prisonerId: string;
    prisonId: string;
    before: string;
    pinHash: string;
    kind: PinKind;
    at: string;
  },
): Promise<void> {
  const { prisonerId, prisonId, before, pinHash, kind, at } = own;
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const changed = await tx
      .updateTable('prisoner')
      .set({ pin_hash: pinHash, pin_set_at: at, pin_kind: kind })
      .where('id', '=', prisonerId)
      .where('pin_hash', '=', before)
      .returning('id')
      .execute();
    if (changed.length === 0) throw new Problem('sign-in-wrong');
    await tx
      .updateTable('prisoner_pin')
      .set({ must_change: 0 })
      .where('prisoner_id', '=', prisonerId)
      .execute();
    const content = { action: 'pin-chosen', prisoner: prisonerId };
    await appendRecord(tx, { prisonId, kind: 'prisoner', at, actorId: null, content });
  });
}
