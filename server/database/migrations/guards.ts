import { type Kysely, sql } from 'kysely';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';

const columnsOf = async (db: Kysely<Schema>, table: string): Promise<string[]> => {
  const tables = await db.introspection.getTables();
  return tables.find(found => found.name === table)?.columns.map(column => column.name) ?? [];
};

/**
 * Makes rows undeletable, and every column but the named ones unchangeable: a mistake or an intruder in the
 * server's own code cannot rewrite history without also dropping triggers, which the log would still show.
 */
export async function guardFromChange(
  db: Kysely<Schema>,
  engine: Engine,
  guarded: Readonly<Record<string, readonly string[]>>,
): Promise<void> {
  for (const [table, changeable] of Object.entries(guarded)) {
    const fixed = (await columnsOf(db, table)).filter(column => !changeable.includes(column));
    const changed = fixed.map(column => `old.${column} is distinct from new.${column}`).join(' or ');
    const statements = engine === 'sqlite' ? sqliteGuards(table, changed) : postgresGuards(table, changed);
    for (const statement of statements) await sql.raw(statement).execute(db);
  }
}

/** Makes a column unchangeable that came to a guarded table later: the table's own guard does not know it. */
export async function guardColumn(
  db: Kysely<Schema>,
  engine: Engine,
  table: string,
  column: string,
): Promise<void> {
  const changed = `old.${column} is distinct from new.${column}`;
  const [, fixed = ''] =
    engine === 'sqlite' ? sqliteGuards(table, changed) : postgresGuards(table, changed).slice(1);
  await sql.raw(fixed.replace(`${table}_fixed`, `${table}_${column}_fixed`)).execute(db);
}

function sqliteGuards(table: string, changed: string): string[] {
  return [
    `create trigger ${table}_stays before delete on ${table} begin select raise(abort, 'rows of ${table} are never deleted'); end`,
    `create trigger ${table}_fixed before update on ${table} when ${changed}
       begin select raise(abort, 'this column of ${table} is never changed'); end`,
  ];
}

function postgresGuards(table: string, changed: string): string[] {
  return [
    `create function ${table}_guard() returns trigger language plpgsql as $$
       begin raise exception 'rows of ${table} are never deleted or changed'; end $$`,
    `create trigger ${table}_stays before delete on ${table} for each row execute function ${table}_guard()`,
    `create trigger ${table}_fixed before update on ${table} for each row when (${changed})
       execute function ${table}_guard()`,
  ];
}
