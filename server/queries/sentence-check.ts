import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Moment, RecordOwner } from './entries.ts';
import { appendRecord, lockForRecord } from './record.ts';
import { sentenceOf } from './sentence.ts';
import type { StaffSession } from './staff.ts';

/** The check of the dates that stand, made by one person and waiting for a second, if there is one. */
export async function openCheck(db: Kysely<Schema>, prisonerId: string) {
  const row = await db
    .selectFrom('sentence_check')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .orderBy('first_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && row.second_at === null ? row : null;
}

/**
 * Rule 94, the first of two: the documentation office has counted the recorded dates again. Throws nothing-to-check
 * while no dates are recorded or the recorded ones differ from the count.
 */
export async function beginCheck(
  database: Database,
  owner: RecordOwner,
  staff: StaffSession,
  { today, at }: Moment,
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const { recorded, state } = await sentenceOf(tx, owner, today);
    if (recorded === null || state !== 'not-checked') throw new Problem('nothing-to-check');
    const waiting = await openCheck(tx, owner.prisonerId);
    const same = waiting?.latest === recorded.latest && waiting.earliest === recorded.earliest;
    if (same) throw new Problem('already-decided');
    const id = randomUUID();
    await tx
      .insertInto('sentence_check')
      .values({
        id,
        prison_id: owner.prisonId,
        prisoner_id: owner.prisonerId,
        ...recorded,
        first_by: staff.id,
        first_at: at,
        second_by: null,
        second_at: null,
      })
      .execute();
    const content = { check: id, prisoner: owner.prisonerId, action: 'first', ...recorded };
    await appendRecord(tx, { prisonId: owner.prisonId, kind: 'sentence', at, actorId: staff.id, content });
  });
}

/**
 * Rule 94, the second: the officer in charge or his deputy, never one under the first. Throws nothing-to-check if
 * the dates have changed since, second-person-needed.
 */
export async function finishCheck(
  database: Database,
  owner: RecordOwner,
  staff: StaffSession,
  { today, at }: Moment,
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const check = await openCheck(tx, owner.prisonerId);
    const { recorded, state } = await sentenceOf(tx, owner, today);
    const stands = check && recorded?.latest === check.latest && recorded.earliest === check.earliest;
    if (!check || !stands || state === 'being-checked') throw new Problem('nothing-to-check');
    if (check.first_by === staff.id || staff.superiors.includes(check.first_by))
      throw new Problem('second-person-needed');
    await tx
      .updateTable('sentence_check')
      .set({ second_by: staff.id, second_at: at })
      .where('id', '=', check.id)
      .execute();
    const content = { check: check.id, prisoner: owner.prisonerId, action: 'second', ...recorded };
    await appendRecord(tx, { prisonId: owner.prisonId, kind: 'sentence', at, actorId: staff.id, content });
  });
}
