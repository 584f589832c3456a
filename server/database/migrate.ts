import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import { DatabaseProblem, isDatabaseProblem } from './database-problem.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One step of the tables' history. A released one is never changed and never reordered. */
export interface Migration {
  readonly name: string;
  up(db: Kysely<Schema>, engine: Engine): Promise<void>;
}

/** Longer than any migration of another process that we may have to wait for, in milliseconds. */
const patienceMs = 10 * 60_000;

/** Any number will do that nothing else in the same PostgreSQL database uses as an advisory lock. */
const advisoryLock = 728_841_001;

/** One process at a time. SQLite's BEGIN IMMEDIATE has already taken the only writer there is. */
async function takeTurn(transaction: Transaction<Schema>, engine: Engine): Promise<void> {
  if (engine === 'sqlite') return;
  await sql.raw(`set local lock_timeout = ${patienceMs}`).execute(transaction);
  // A long index or copy is no idle transaction, but a slow one may pause between two statements.
  await sql.raw(`set local idle_in_transaction_session_timeout = ${patienceMs}`).execute(transaction);
  await sql`select pg_advisory_xact_lock(${advisoryLock})`.execute(transaction);
}

async function applied(transaction: Transaction<Schema>): Promise<string[]> {
  await sql`create table if not exists migration (
    position bigint primary key, name text not null unique, applied_at text not null)`.execute(transaction);
  const found = await sql<{ name: string }>`select name from migration order by position`.execute(
    transaction,
  );
  return found.rows.map(row => row.name);
}

/** Throws unless what the database has been through is the beginning of what this program knows. */
function assertKnown(done: readonly string[], migrations: readonly Migration[]): void {
  const known = new Set(migrations.map(migration => migration.name));
  const unknown = done.find(name => !known.has(name));
  if (unknown !== undefined) throw new DatabaseProblem('database-newer', unknown);
  const misplaced = done.find((name, position) => migrations[position]?.name !== name);
  if (misplaced !== undefined) throw new DatabaseProblem('migrations-out-of-order', misplaced);
}

/** SQLite does not check references while a migration rebuilds a table; PostgreSQL always does. */
async function assertReferences(transaction: Transaction<Schema>, engine: Engine): Promise<void> {
  if (engine === 'postgres') return;
  const broken = await sql<{ table: string }>`pragma foreign_key_check`.execute(transaction);
  const first = broken.rows[0];
  if (first) throw new DatabaseProblem('reference-violation', `a row of ${first.table} refers to nothing`);
}

async function apply(
  transaction: Transaction<Schema>,
  engine: Engine,
  migration: Migration,
  position: number,
) {
  try {
    await migration.up(transaction, engine);
    await assertReferences(transaction, engine);
    await sql`insert into migration (position, name, applied_at)
      values (${position}, ${migration.name}, ${Temporal.Now.instant().toString()})`.execute(transaction);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseProblem('migration-failed', `${migration.name}: ${reason}`, { cause: error });
  }
}

/** Applies the first migration that is missing. Null if there is none. */
async function applyNext(db: Database, migrations: readonly Migration[]): Promise<string | null> {
  return db.transaction(async transaction => {
    await takeTurn(transaction, db.engine);
    if (db.engine === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(transaction);
    const done = await applied(transaction);
    assertKnown(done, migrations);
    const next = migrations[done.length];
    if (!next) return null;
    await apply(transaction, db.engine, next, done.length);
    return next.name;
  });
}

/**
 * Applies what is missing inside a transaction of the caller's, for rows that have to be brought up to date
 * before anybody sees them (a restored back-up). Throws like `migrate`.
 */
export async function migrateWithin(
  transaction: Transaction<Schema>,
  engine: Engine,
  migrations: readonly Migration[],
): Promise<void> {
  if (engine === 'sqlite') await sql`pragma defer_foreign_keys = on`.execute(transaction);
  const done = await applied(transaction);
  assertKnown(done, migrations);
  for (const [position, migration] of migrations.entries())
    if (position >= done.length) await apply(transaction, engine, migration, position);
}

/** On SQLite another process that migrates holds the whole file for longer than a request may wait. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const givenUpAt = performance.now() + patienceMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseProblem(error, 'storage-locked') || performance.now() > givenUpAt) throw error;
    }
  }
}

/**
 * Brings the tables up to date, each migration in a transaction of its own, and returns the names of those
 * that this call applied. Several processes may call it at once. Throws `database-newer` for a database that
 * a later version of the program has migrated, `migrations-out-of-order`, or `migration-failed` (with the
 * reason as its cause; everything before the failed one stays applied).
 */
export async function migrate(db: Database, migrations: readonly Migration[]): Promise<readonly string[]> {
  const names: string[] = [];
  for (;;) {
    const name = await patiently(() => applyNext(db, migrations));
    if (name === null) return names;
    names.push(name);
  }
}
