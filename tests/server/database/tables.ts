import { type Kysely, sql } from 'kysely';
import type { Database } from '../../../server/database/database.ts';
import type { Schema } from '../../../server/database/schema.ts';

/** Two small tables of these tests' own, so that they do not change when the product's tables do. */
// A type and not an interface: Kysely asks for an index signature, which only a type has by itself.
export type TestTables = {
  note: { id: string; text: string | null; bytes: Uint8Array | null; amount: number | null };
  tally: { name: string; value: number };
};

/** The same connection, with these tests' tables known to it. */
export const tables = (db: Kysely<Schema>) => db.$extendTables<TestTables>();

export async function createTables(db: Database): Promise<void> {
  const bytes = db.engine === 'sqlite' ? 'blob' : 'bytea';
  const statements = [
    `create table note (id text primary key, text text, bytes ${bytes}, amount bigint check (amount >= 0))`,
    'create table tally (name text primary key, value bigint not null)',
    "insert into tally (name, value) values ('one', 0), ('two', 0)",
  ];
  for (const statement of statements) await sql.raw(statement).execute(db.write);
}

export const note = (id: string, text: string | null = null) => ({ id, text, bytes: null, amount: null });

export async function noteIds(db: Database): Promise<string[]> {
  const rows = await tables(db.read).selectFrom('note').select('id').orderBy('id').execute();
  return rows.map(row => row.id);
}
