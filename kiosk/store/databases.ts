import type { Dexie } from 'dexie';
import { turnLogOver } from './log-turnover.ts';
import { makeOutboxDatabase, type OutboxDatabase } from './outbox-database.ts';
import { makePublicDatabase, type PublicDatabase } from './public-database.ts';
import { hasRoom } from './room.ts';
import { currentTrouble, setTrouble } from './standing.ts';
import { StoreUnusable, troubleOf } from './store-trouble.ts';

interface Databases {
  readonly outbox: OutboxDatabase;
  readonly public: PublicDatabase;
}

/** The first try comes soon: most often another tab upgraded, and on a full disk it tells that it is full. */
const firstTryMs = 1_000;
const reopenAfterMs = 30_000;
let databases: Databases | null = null;
let reopening = false;
let whenOpen: (opened: Databases) => void = () => {};

/** Something took the connection away, or the disk takes nothing more. Nothing is deleted; opening is tried again. */
function giveUp(error: StoreUnusable): void {
  const closing = databases;
  databases = null;
  closing?.outbox.close();
  closing?.public.close();
  // The connection closes before the write that failed says why, and a full disk refuses to open with the same
  // error as a damaged one: once known to be full, it is full until it opens and takes a write.
  if (currentTrouble() !== 'storage-full') setTrouble(error.trouble);
  if (!reopening) reopenIn(closing ? firstTryMs : reopenAfterMs);
}

function reopenIn(ms: number): void {
  reopening = true;
  setTimeout(() => {
    reopening = false;
    void openDatabases();
  }, ms);
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

/**
 * Opens both databases. Resolves with whether they are open; when not, the phase says why and opening is tried
 * again every 30 seconds. Never recreates one: a database that does not open has not lost anything yet.
 */
export async function openDatabases(): Promise<boolean> {
  if (databases) return true;
  if (!(await hasRoom())) {
    giveUp(new StoreUnusable('storage-full', null));
    return false;
  }
  const opened: Databases = { outbox: makeOutboxDatabase(), public: makePublicDatabase() };
  try {
    await opened.outbox.open();
    await opened.public.open();
    await turnLogOver(opened.outbox);
  } catch (error) {
    opened.outbox.close();
    opened.public.close();
    giveUp(new StoreUnusable(troubleOf(error) ?? 'database-closed', error));
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
  work: (database: Databases[D]) => Promise<T>,
): Promise<T> {
  const database = databases?.[which];
  if (!database) throw new StoreUnusable(currentTrouble() ?? 'database-closed', null);
  try {
    return await work(database);
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    giveUp(new StoreUnusable(trouble, error));
    throw new StoreUnusable(currentTrouble() ?? trouble, error);
  }
}

/** Reads or writes the outbox. Throws StoreUnusable, after having told the phase. */
export function inOutbox<T>(work: (outbox: OutboxDatabase) => Promise<T>): Promise<T> {
  return use('outbox', work);
}

/** Reads or writes what anyone may read. Throws StoreUnusable, after having told the phase. */
export function inPublic<T>(work: (database: PublicDatabase) => Promise<T>): Promise<T> {
  return use('public', work);
}
