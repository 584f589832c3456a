import type { Database } from '../database/database.ts';
import {
  appendEntries,
  type EntryRow,
  entryRows,
  type Moment,
  type NewEntry,
  type Noun,
  type RecordOwner,
  reversible,
} from './entries.ts';
import { lockForRecord } from './record.ts';
import type { StaffSession } from './staff.ts';

/** What a reversal holds of its own: nothing, or, of money, the same sum the other way. */
function ownOf(row: EntryRow<'earnings'> | EntryRow<'stage'>): object {
  if ('content' in row) return { content: '{}' };
  const { grade, days, rate_cents, amount_cents } = row;
  // Never a zero with a sign: one engine would keep it.
  return { grade, days: 0 - days, rate_cents, amount_cents: 0 - amount_cents };
}

/** Undoes a line by a new one with a reason. Throws not-found, already-decided (it is undone already). */
export async function reverseEntry(
  database: Database,
  noun: Noun,
  owner: RecordOwner,
  staff: Pick<StaffSession, 'id'>,
  { entry, reason }: { readonly entry: string; readonly reason: string },
  { today, at }: Moment,
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const row = reversible(await entryRows(tx, noun, owner), entry);
    const line = {
      prisoner_id: owner.prisonerId,
      kind: 'reversal',
      on_day: today,
      ...ownOf(row as EntryRow<'earnings'> | EntryRow<'stage'>),
      reason,
      reverses: entry,
    } as NewEntry<Noun>;
    const written = { prisonId: owner.prisonId, byId: staff.id, at, importId: null };
    await appendEntries(database, tx, noun, [line], written);
  });
}
