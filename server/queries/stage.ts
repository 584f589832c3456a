import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { dayOfStageLine, type StageEntry, type StageEntryBody } from '../../shared/stage/entry.ts';
import { type StageView, stageView } from '../../shared/stage/view.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import {
  appendEntries,
  assertDays,
  type EntryRow,
  entryRows,
  type Moment,
  type NewEntry,
  type RecordOwner,
  standingRows,
} from './entries.ts';
import { lockForRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';
import type { StaffSession } from './staff.ts';

function standing(rows: readonly EntryRow<'stage'>[]): StageEntry[] {
  return standingRows(rows).map(
    row =>
      ({
        id: row.id,
        kind: row.kind,
        position: row.position,
        onDay: row.on_day,
        reason: row.reason,
        at: row.at,
        content: JSON.parse(row.content),
      }) as StageEntry,
  );
}

/** Somebody's stage as it stands today: the same for himself and for the office that keeps it. */
export async function stageOf(db: Kysely<Schema>, owner: RecordOwner, today: string): Promise<StageView> {
  return stageView({
    entries: standing(await entryRows(db, 'stage', owner)),
    rules: await rulesOf(db, owner.prisonId, owner.until),
    today,
  });
}

/** A line of the stage record as its row. Throws value-wrong: a day that is none, a decision that is still to come. */
export function stageLine(prisonerId: string, body: StageEntryBody, today: string): NewEntry<'stage'> {
  assertDays(body.content);
  if (body.kind === 'stage' && body.content.on > today) throw new Problem('value-wrong');
  return {
    prisoner_id: prisonerId,
    kind: body.kind,
    on_day: dayOfStageLine(body),
    content: JSON.stringify(body.content),
    reason: body.reason,
    reverses: null,
  };
}

/** Adds a line. Throws value-wrong. */
export async function addStageLine(
  database: Database,
  owner: RecordOwner,
  staff: Pick<StaffSession, 'id'>,
  body: StageEntryBody,
  { today, at }: Moment,
): Promise<string> {
  const line = stageLine(owner.prisonerId, body, today);
  return database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const written = { prisonId: owner.prisonId, byId: staff.id, at, importId: null };
    const [id = ''] = await appendEntries(database, tx, 'stage', [line], written);
    return id;
  });
}
