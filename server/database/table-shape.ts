import { type Kysely, sql } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** A table as it stands in the database itself, so that no table that is ever added can be forgotten. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of its primary key, in order; none if it has no such key. */
  readonly key: readonly string[];
  readonly references: readonly Reference[];
}

export interface Reference {
  readonly column: string;
  readonly table: string;
}

interface ColumnRow {
  readonly table: string;
  readonly column: string;
  /** Its place in the primary key, from 1; 0 if it is no part of it. */
  readonly keyPlace: number;
}

interface ReferenceRow extends Reference {
  readonly from: string;
}

/** What is made from other tables (the search, by triggers) or by the program itself (the list of migrations). */
const derived = /^(migration$|submission_answered$|submission_text|sqlite_)/;

const sqliteColumns = sql<ColumnRow>`
  select t.name as "table", c.name as "column", c.pk as "keyPlace"
  from sqlite_schema t join pragma_table_info(t.name) c
  where t.type = 'table' order by t.name, c.cid`;

const sqliteReferences = sql<ReferenceRow>`
  select t.name as "from", r."from" as "column", r."table" as "table"
  from sqlite_schema t join pragma_foreign_key_list(t.name) r
  where t.type = 'table'`;

const postgresColumns = sql<ColumnRow>`
  select t.relname as "table", a.attname as "column",
    coalesce(array_position(i.indkey::int2[], a.attnum) + 1, 0) as "keyPlace"
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  left join pg_index i on i.indrelid = t.oid and i.indisprimary
  where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace
  order by t.relname, a.attnum`;

const postgresReferences = sql<ReferenceRow>`
  select t.relname as "from", a.attname as "column", f.relname as "table"
  from pg_constraint c
  join pg_class t on t.oid = c.conrelid
  join pg_class f on f.oid = c.confrelid
  join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any (c.conkey)
  where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace`;

/** Every table that holds something of its own, each after all those to which its rows refer. */
export async function readTableShapes(db: Kysely<Schema>, engine: Engine): Promise<TableShape[]> {
  const columns = await (engine === 'sqlite' ? sqliteColumns : postgresColumns).execute(db);
  const references = await (engine === 'sqlite' ? sqliteReferences : postgresReferences).execute(db);
  const byTable = Map.groupBy(
    columns.rows.filter(row => !derived.test(row.table)),
    row => row.table,
  );
  const shapes = [...byTable].map(([name, rows]) => ({
    name,
    columns: rows.map(row => row.column),
    key: rows
      .filter(row => row.keyPlace > 0)
      .sort((a, b) => a.keyPlace - b.keyPlace)
      .map(row => row.column),
    references: references.rows
      .filter(row => row.from === name)
      .map(({ column, table }) => ({ column, table })),
  }));
  return parentsFirst(shapes);
}

/** A table that refers to itself counts as after itself. Throws if tables refer to each other in a ring. */
export function parentsFirst(shapes: readonly TableShape[]): TableShape[] {
  const left = new Map(shapes.map(shape => [shape.name, shape]));
  const sorted: TableShape[] = [];
  while (left.size > 0) {
    const next = [...left.values()].find(shape =>
      shape.references.every(({ table }) => table === shape.name || !left.has(table)),
    );
    if (!next) throw new Error(`tables refer to each other in a ring: ${[...left.keys()].join(', ')}`);
    left.delete(next.name);
    sorted.push(next);
  }
  return sorted;
}
