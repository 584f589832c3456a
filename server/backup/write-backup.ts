import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openSnapshot, type Snapshot } from '../database/snapshot.ts';
import type { Row } from '../database/statement.ts';
import { listKeyFiles, sealKeys } from './backup-keys.ts';
import { backupFormat, type Footer, type Header, isValue, type KeysLine, type TableLine } from './format.ts';
import { type VerifiedBackup, verifyBackup } from './verify-backup.ts';

export interface BackupSource {
  readonly dataDir: string;
  /** `postgres://…`, or null for SQLite in `dataDir`. */
  readonly databaseUrl: string | null;
  /** Null: the keys stay out of it. */
  readonly passphrase: string | null;
}

export interface WrittenBackup extends VerifiedBackup {
  readonly file: string;
  readonly bytes: number;
}

const lineOf = (value: unknown) => `${JSON.stringify(value)}\n`;

function rowLine(table: string, columns: readonly string[], row: Row): string {
  const values = columns.map(column => row[column]);
  // A kind of value that the file cannot hold must stop the back-up and not be left out of it.
  if (!values.every(isValue))
    throw new TypeError(`table ${table} holds a value that is no text and no number`);
  return lineOf(values);
}

/** The whole file as text, a few hundred rows at a time. */
async function* textOf(snapshot: Snapshot, header: Header, keys: KeysLine): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const counts: Record<string, number> = {};
  const told = (text: string) => {
    digest.update(text);
    return text;
  };
  yield told(lineOf(header) + lineOf(keys));
  for (const table of snapshot.tables) {
    counts[table.name] = 0;
    yield told(lineOf({ table: table.name } satisfies TableLine));
    for await (const rows of snapshot.pages(table)) {
      counts[table.name] = (counts[table.name] ?? 0) + rows.length;
      yield told(rows.map(row => rowLine(table.name, table.columns, row)).join(''));
    }
  }
  yield lineOf({ end: 'back-up', counts, sha256: digest.digest('base64url') } satisfies Footer);
}

function headerOf(snapshot: Snapshot, source: BackupSource, program: string, madeAt: string): Header {
  return {
    sauti: 'back-up',
    format: backupFormat,
    program,
    madeAt,
    migrations: snapshot.migrations,
    tables: snapshot.tables.map(({ name, columns }) => ({ name, columns })),
    keyFiles: listKeyFiles(source.dataDir),
    keys: source.passphrase !== null,
  };
}

async function keysLine(source: BackupSource, header: Header): Promise<KeysLine> {
  if (source.passphrase === null) return { keys: null };
  return { keys: await sealKeys(source.dataDir, header.keyFiles, source.passphrase, JSON.stringify(header)) };
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Writes a back-up of everything as it stands now, while others write on, and opens it again to prove that it
 * is whole. It has its name only then; whatever fails before leaves nothing behind. `program` is the version
 * that makes it, `now` the time. Rejects with the store's named problem, DamagedBackup or the disk's own error.
 */
export async function writeBackup(
  source: BackupSource,
  file: string,
  { program, now }: { readonly program: string; readonly now: string },
): Promise<WrittenBackup> {
  // Two servers of one database may be at it in the same second.
  const unfinished = join(dirname(file), `.${basename(file)}.${randomBytes(4).toString('hex')}.part`);
  const snapshot = await openSnapshot({ url: source.databaseUrl, dataDir: source.dataDir });
  try {
    const header = headerOf(snapshot, source, program, now);
    const text = textOf(snapshot, header, await keysLine(source, header));
    // Only for its owner: it holds everything that anybody ever said here.
    const target = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(text), createGzip(), target);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  } finally {
    await snapshot.close();
  }
  try {
    const verified = await verifyBackup(unfinished);
    await rename(unfinished, file);
    await syncFolder(dirname(file));
    return { ...verified, file, bytes: (await stat(file)).size };
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
