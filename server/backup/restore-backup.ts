import { type Database, openDatabase } from '../database/database.ts';
import { migrate, migrateWithin } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { openSnapshot } from '../database/snapshot.ts';
import { readTableShapes } from '../database/table-shape.ts';
import { indexAllSubmissions, markRestored } from '../queries/restored.ts';
import { putKeys } from './backup-keys.ts';
import { BackupRefused, type Header } from './format.ts';
import { LogCheck } from './log-check.ts';
import { firstFilled, Refill } from './refill.ts';
import { type KeysWanted, keysToPut } from './restore-keys.ts';
import { type VerifiedBackup, verifyBackup } from './verify-backup.ts';

export interface RestoreTarget extends KeysWanted {
  /** `postgres://…`, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
}

export interface Restored extends VerifiedBackup {
  readonly keysPut: number;
  readonly submissionsIndexed: number;
}

/** The migrations that the back-up's tables had been through; throws if this program does not know them all. */
function migrationsOf({ migrations: done, program }: Header) {
  const unknown = done.find((name, position) => migrations[position]?.name !== name);
  if (unknown !== undefined)
    throw new BackupRefused(
      `It was made by Sauti ${program}, whose tables this version does not know (${unknown}). Install that version first.`,
    );
  return migrations.slice(0, done.length);
}

/** Works every log out anew from what is in the database now. */
async function checkLogs({ databaseUrl, dataDir }: RestoreTarget): Promise<void> {
  const snapshot = await openSnapshot({ url: databaseUrl, dataDir });
  const check = new LogCheck();
  try {
    for (const table of snapshot.tables.filter(({ name }) => LogCheck.tables.has(name)))
      for await (const rows of snapshot.pages(table))
        for (const row of rows) {
          const wrong = check.look(table.name, row);
          if (wrong) throw new Error(`after restoring, ${wrong}`);
        }
  } finally {
    await snapshot.close();
  }
  const wrong = check.end();
  if (wrong) throw new Error(`after restoring, ${wrong}`);
}

/** All rows, what later versions made of their tables, the search, and the note that this was done: all or nothing. */
async function refill(
  database: Database,
  file: string,
  backup: VerifiedBackup,
  now: string,
): Promise<number> {
  return database.transaction(async tx => {
    const rows = await Refill.begin(database, tx, backup.header);
    const again = await verifyBackup(file, (table, values) => rows.put(table, values));
    if (again.sha256 !== backup.sha256) throw new BackupRefused('The file was changed while it was read.');
    await rows.end(backup.counts);
    await migrateWithin(tx, database.engine, migrations);
    const indexed = await indexAllSubmissions(database, tx);
    await markRestored(database, tx, backup.header.madeAt, now);
    return indexed;
  });
}

/**
 * Restores a back-up into an empty database: the whole file is read and proven first, then everything is put
 * back in one transaction; then what is there is proven once more. `now` is the time, ISO 8601 UTC. Throws
 * DamagedBackup or BackupRefused, and then nothing was changed; or the store's named problem.
 */
export async function restoreBackup(file: string, target: RestoreTarget, now: string): Promise<Restored> {
  const backup = await verifyBackup(file);
  const done = migrationsOf(backup.header);
  const keys = await keysToPut(backup, target);
  const database = await openDatabase({ url: target.databaseUrl, dataDir: target.dataDir });
  try {
    const filled = await firstFilled(database.read, await readTableShapes(database.read, database.engine));
    if (filled !== null)
      throw new BackupRefused(`The database is not empty (${filled} has rows). Restore into an empty one.`);
    await migrate(database, done);
    // Keys first: a database without them would be taken for a whole one.
    const keysPut = putKeys(target.dataDir, keys);
    const submissionsIndexed = await refill(database, file, backup, now);
    await checkLogs(target);
    return { ...backup, keysPut, submissionsIndexed };
  } finally {
    await database.close();
  }
}
