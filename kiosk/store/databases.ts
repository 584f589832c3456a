import type { Dexie } from 'dexie';
import { makeOutboxDatabase, type OutboxDatabase } from './outbox-database.ts';
import { makePublicDatabase, type PublicDatabase } from './public-database.ts';
import { currentTrouble, setTrouble } from './standing.ts';
import { StoreUnusable, troubleOf } from './store-trouble.ts';

interface Databases {
  readonly outbox: OutboxDatabase;
  readonly public: PublicDatabase;
}

const reopenAfterMs = 30_000;
let databases: Databases | null = null;
let reopening: ReturnType<typeof setTimeout> | null = null;
let whenOpen: (opened: Databases) => void = () => {};

/** Something took the connection away, or the disk takes nothing more. Nothing is deleted; opening is tried again. */
function giveUp(error: StoreUnusable): void {
  const closing = databases;
  databases = null;
  closing?.outbox.close();
  closing?.public.close();
  setTrouble(error.trouble);
  if (reopening !== null) return;
  reopening = setTimeout(() => {
    reopening = null;
    void openDatabases();
  }, reopenAfterMs);
}

function watchConnection(database: Dexie): void {
  database.on('close', () => {
    if (databases) giveUp(new StoreUnusable('database-closed', new Error(`${database.name} was closed`)));
  });
  database.on('versionchange', event => {
    // A newer build in another tab may upgrade. A request to delete is not answered: what is kept here stays.
    if (event.newVersion !== null && databases)
      giveUp(new StoreUnusable('database-closed', new Error(`${database.name} was upgraded`)));
    return false;
  });
}

/** Writes a little and takes it away again: an open database on a full disk reads well and saves nothing. */
async function probe(outbox: OutboxDatabase): Promise<void> {
  const filler = 'x'.repeat(16_384);
  await outbox.transaction('rw', outbox.probes, () => outbox.probes.put({ name: 'free-space', filler }));
  await outbox.transaction('rw', outbox.probes, () => outbox.probes.clear());
}

/**
 * Opens both databases. Resolves with whether they are open; when not, the phase says why and opening is tried
 * again every 30 seconds. Never recreates one: a database that does not open has not lost anything yet.
 */
export async function openDatabases(): Promise<boolean> {
  if (databases) return true;
  const opened: Databases = { outbox: makeOutboxDatabase(), public: makePublicDatabase() };
  try {
    await opened.outbox.open();
    await opened.public.open();
    if (currentTrouble() === 'storage-full') await probe(opened.outbox);
  } catch (error) {
    opened.outbox.close();
    opened.public.close();
    // A full disk refuses to open with the same error as a damaged one: once known to be full, it stays full.
    const trouble = currentTrouble() ?? troubleOf(error, 'opening') ?? 'database-closed';
    giveUp(new StoreUnusable(trouble, error));
    return false;
  }
  watchConnection(opened.outbox);
  watchConnection(opened.public);
  databases = opened;
  setTrouble(null);
  whenOpen(opened);
  return true;
}

/** What happens each time the databases were opened, after trouble too. */
export function onDatabasesOpen(callback: (opened: Databases) => void): void {
  whenOpen = callback;
}

async function use<D extends keyof Databases, T>(
  which: D,
  doing: 'reading' | 'writing',
  work: (database: Databases[D]) => Promise<T>,
): Promise<T> {
  const database = databases?.[which];
  if (!database) throw new StoreUnusable(currentTrouble() ?? 'database-closed', null);
  try {
    return await work(database);
  } catch (error) {
    const trouble = troubleOf(error, doing);
    if (!trouble) throw error;
    const unusable = new StoreUnusable(currentTrouble() ?? trouble, error);
    giveUp(unusable);
    throw unusable;
  }
}

/** Reads the outbox. Throws StoreUnusable, after having told the phase. */
export function readOutbox<T>(work: (outbox: OutboxDatabase) => Promise<T>): Promise<T> {
  return use('outbox', 'reading', work);
}

/** Writes the outbox. Throws StoreUnusable, after having told the phase. */
export function writeOutbox<T>(work: (outbox: OutboxDatabase) => Promise<T>): Promise<T> {
  return use('outbox', 'writing', work);
}

export function readPublic<T>(work: (database: PublicDatabase) => Promise<T>): Promise<T> {
  return use('public', 'reading', work);
}

export function writePublic<T>(work: (database: PublicDatabase) => Promise<T>): Promise<T> {
  return use('public', 'writing', work);
}
