import type { DatabaseProblemName } from './database-problem.ts';

/** SQLite's result codes, https://www.sqlite.org/rescode.html: the low byte is the primary code. */
const byPrimaryCode: Readonly<Record<number, DatabaseProblemName>> = {
  5: 'storage-locked', // BUSY
  6: 'storage-locked', // LOCKED
  8: 'storage-read-only', // READONLY
  10: 'storage-failed', // IOERR
  11: 'storage-corrupt', // CORRUPT
  13: 'storage-full', // FULL
  14: 'storage-unavailable', // CANTOPEN
  19: 'check-violation', // CONSTRAINT
  26: 'storage-corrupt', // NOTADB
};

const byExtendedCode: Readonly<Record<number, DatabaseProblemName>> = {
  787: 'reference-violation', // CONSTRAINT_FOREIGNKEY
  1032: 'storage-failed', // READONLY_DBMOVED: the file was moved or replaced under us
  1555: 'unique-violation', // CONSTRAINT_PRIMARYKEY
  1811: 'trigger-refused', // CONSTRAINT_TRIGGER
  2067: 'unique-violation', // CONSTRAINT_UNIQUE
  2579: 'unique-violation', // CONSTRAINT_ROWID
  4874: 'storage-full', // IOERR_SHMSIZE: no room for the shared index, before anything was written
};

/** The name of what `node:sqlite` threw. */
export function nameSqliteProblem(error: unknown): DatabaseProblemName {
  if (!(error instanceof Error) || !('errcode' in error)) return 'statement-failed';
  const code = Number(error.errcode);
  const name = byExtendedCode[code] ?? byPrimaryCode[code & 0xff] ?? 'statement-failed';
  // ON DELETE RESTRICT is reported as if a trigger had refused.
  return name === 'trigger-refused' && error.message.startsWith('FOREIGN KEY') ? 'reference-violation' : name;
}
