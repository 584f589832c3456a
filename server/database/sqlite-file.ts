import { chmodSync, closeSync, existsSync, fsyncSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder, syncFolder } from '../folder.ts';
import { DatabaseProblem, type DatabaseProblemName } from './database-problem.ts';

const byErrno: Readonly<Record<string, DatabaseProblemName>> = {
  ENOSPC: 'storage-full',
  EDQUOT: 'storage-full',
  EROFS: 'storage-read-only',
  EACCES: 'storage-read-only',
  EPERM: 'storage-read-only',
  EIO: 'storage-failed',
};

function makeFile(folder: string, file: string): void {
  if (existsSync(file)) return;
  // SQLite gives its log and its shared index the rights of this file: only the server's own user.
  const handle = openSync(file, 'a', 0o600);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  chmodSync(file, 0o600);
  syncFolder(folder);
}

/** Where the database lies in its folder. */
export function sqliteFile(dataDir: string): string {
  return join(dataDir, 'sauti.sqlite');
}

/**
 * Makes the folder and an empty file where they are missing, durably, and returns the file's path.
 * Throws `storage-full`, `storage-read-only`, `storage-failed` or `storage-unavailable`.
 */
export function prepareSqliteFile(dataDir: string): string {
  const file = sqliteFile(dataDir);
  try {
    makeFolder(dataDir);
    makeFile(dataDir, file);
    return file;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new DatabaseProblem(byErrno[code] ?? 'storage-unavailable', `${dataDir} (${code})`);
  }
}
