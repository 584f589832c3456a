import type { Kysely } from 'kysely';
import type { Role } from '../../shared/staff/roles.ts';
import type { Schema } from '../database/schema.ts';

/** Names and roles of those whose ids stand in a record; who left is among them, because what he wrote stays. */
export async function staffByIds(db: Kysely<Schema>, ids: readonly string[]) {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map<string, { id: string; name: string; role: Role }>();
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name', 'role'])
    .where('id', 'in', wanted)
    .execute();
  return new Map(rows.map(row => [row.id, row]));
}
