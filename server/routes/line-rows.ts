import type { Kysely } from 'kysely';
import type { SentenceLineRow } from '../../shared/prisoner/register.ts';
import type { Schema } from '../database/schema.ts';
import type { EntryRow } from '../queries/entries.ts';
import { staffByIds } from '../queries/staff-names.ts';

type Rows = readonly EntryRow<'sentence' | 'stage'>[];

/** Every line of a record as the panel shows it, newest first, what was undone among them. */
export async function lineRows(db: Kysely<Schema>, rows: Rows): Promise<SentenceLineRow[]> {
  const people = await staffByIds(
    db,
    rows.flatMap(row => row.by_id ?? []),
  );
  const undone = new Set(rows.flatMap(row => row.reverses ?? []));
  return rows.toReversed().map(row => ({
    id: row.id,
    kind: row.kind,
    onDay: row.on_day,
    at: row.at,
    by: (row.by_id && people.get(row.by_id)?.name) || null,
    imported: row.import_id !== null,
    reason: row.reason,
    reverses: row.reverses,
    reversed: undone.has(row.id),
    content: JSON.parse(row.content) as SentenceLineRow['content'],
  }));
}
