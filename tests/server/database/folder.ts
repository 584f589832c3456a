import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Database, type DatabaseConfig, openDatabase } from '../../../server/database/database.ts';

/** A folder that is gone after the test. */
export async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sauti-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** SQLite in that folder, closed after the test. */
export async function openIn(dataDir: string, more: Partial<DatabaseConfig> = {}): Promise<Database> {
  const db = await openDatabase({ url: null, dataDir, ...more });
  onTestFinished(() => db.close());
  return db;
}
