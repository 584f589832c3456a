import type { DatabaseSync } from 'node:sqlite';
import { DatabaseProblem } from './database-problem.ts';

type Value = string | number;

/** Set on the writer and read back: a setting that did not take would cost a prisoner's complaint. */
const durability: readonly (readonly [pragma: string, set: string, expected: Value])[] = [
  ['journal_mode', 'WAL', 'wal'],
  // In WAL mode anything below FULL leaves the last commits unsynced when the power fails.
  ['synchronous', 'FULL', 2],
  // On macOS a plain fsync does not reach the platters; elsewhere this changes nothing.
  ['fullfsync', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  // What is erased (a PIN's envelope, a name after its time) must not stay legible in free pages.
  ['secure_delete', 'ON', 1],
];

const housekeeping: readonly string[] = [
  'PRAGMA temp_store = MEMORY',
  'PRAGMA trusted_schema = OFF',
  'PRAGMA cache_size = -16000',
  // A checkpoint every 4 MB of log, and a log file that shrinks again after a burst.
  'PRAGMA wal_autocheckpoint = 1000',
  'PRAGMA journal_size_limit = 16777216',
];

/** The value of a pragma that has one row with one column. */
export function readPragma(database: DatabaseSync, pragma: string): Value | null {
  const row = database.prepare(`PRAGMA ${pragma}`).all()[0];
  const value = row ? Object.values(row)[0] : null;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
}

/** Throws `storage-not-durable`, naming the setting that did not take. */
export function setWriterPragmas(database: DatabaseSync): void {
  for (const [pragma, set, expected] of durability) {
    database.exec(`PRAGMA ${pragma} = ${set}`);
    const actual = readPragma(database, pragma);
    if (actual !== expected) {
      throw new DatabaseProblem('storage-not-durable', `${pragma} is ${actual}, not ${expected}`);
    }
  }
  for (const statement of housekeeping) database.exec(statement);
}

export function setReaderPragmas(database: DatabaseSync): void {
  database.exec('PRAGMA query_only = ON');
  database.exec('PRAGMA temp_store = MEMORY');
  database.exec('PRAGMA trusted_schema = OFF');
  database.exec('PRAGMA cache_size = -8000');
}
