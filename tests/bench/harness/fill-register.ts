import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { postgresWordsOf, sqliteWordsOf } from '../../../server/database/search.ts';
import type { SubmissionTable } from '../../../server/database/tables/submission.ts';
import type { Place } from './places.ts';
import type { Plan } from './prison.ts';
import { type RegisterLine, registerLines } from './register.ts';

const atOnce = 2_000;

/**
 * Writes a register of `count` submissions straight into the tables of a place that nobody has open, without
 * the sealed items they came from: through intake a million would take hours. References are not checked,
 * nothing is flushed; the indexes are those of the product.
 */
export async function fillRegister(place: Place, plan: Plan, count: number): Promise<void> {
  if (place.databaseUrl === null) fillSqlite(join(place.dataDir, 'sauti.sqlite'), plan, count);
  else await fillPostgres(place.databaseUrl, plan, count);
}

function fillSqlite(file: string, plan: Plan, count: number): void {
  const database = new DatabaseSync(file);
  for (const pragma of ['synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -200000'])
    database.exec(`PRAGMA ${pragma}`);
  database.exec('BEGIN');
  database.prepare('insert into submission_text_range (prison_id, ordinal) values (?, 0)').run(plan.prisonId);
  for (const lines of registerLines(plan, count, atOnce)) insertInSqlite(database, lines);
  database.exec('COMMIT');
  database.close();
}

function insertInSqlite(database: DatabaseSync, lines: readonly RegisterLine[]): void {
  const columns = columnsOf(lines);
  const submission = database.prepare(
    `insert into submission (${columns}) values (${columns.map(() => '?')})`,
  );
  const text = database.prepare('insert into submission_text (rowid, words) values (?, ?)');
  const officer = database.prepare(
    'insert into submission_named (submission_id, staff_id, name) values (?, ?, ?)',
  );
  for (const { row, words, named } of lines) {
    // Whole numbers as such: node:sqlite would bind them as floating-point ones.
    submission.run(...columns.map(column => bindable(row[column])));
    text.run(BigInt(row.number ?? 0), sqliteWordsOf(words));
    if (named) officer.run(row.id, named, 'An officer');
  }
}

const bindable = (value: string | number | null) => (typeof value === 'number' ? BigInt(value) : value);

function columnsOf(lines: readonly RegisterLine[]): (keyof SubmissionTable)[] {
  return Object.keys(lines[0]?.row ?? {}) as (keyof SubmissionTable)[];
}

async function fillPostgres(url: string, plan: Plan, count: number): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('set session_replication_role = replica; set synchronous_commit = off');
    for (const lines of registerLines(plan, count, atOnce)) await insertInPostgres(client, lines);
    // As autovacuum would have done in all the years in which such a register grows.
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

async function insertInPostgres(client: Client, lines: readonly RegisterLine[]): Promise<void> {
  const columns = columnsOf(lines);
  const first = lines[0]?.row;
  const types = columns.map(column => (typeof first?.[column] === 'number' ? 'bigint' : 'text'));
  await client.query({
    name: 'submissions',
    text: `insert into submission (${columns}) select * from unnest(${types.map((type, at) => `$${at + 1}::${type}[]`)})`,
    values: columns.map(column => lines.map(({ row }) => row[column])),
  });
  await client.query({
    name: 'texts',
    text: `insert into submission_text (prison_id, number, words)
      select $1, number, words::tsvector from unnest($2::bigint[], $3::text[]) as given (number, words)`,
    values: [
      first?.prison_id,
      lines.map(({ row }) => row.number),
      lines.map(({ words }) => postgresWordsOf(words)),
    ],
  });
  const named = lines.filter(line => line.named !== null);
  await client.query(
    `insert into submission_named (submission_id, staff_id, name)
      select id, staff, 'An officer' from unnest($1::text[], $2::text[]) as given (id, staff)`,
    [named.map(({ row }) => row.id), named.map(line => line.named)],
  );
}
