import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Tray } from '../../shared/letter/tray.ts';
import { StoreUnusable, troubleOf } from './store-trouble.ts';

/** A tray that fills up for a night. All trays look alike, whatever lies in them. */
export interface KeptTray extends Tray {
  readonly order?: number;
  /** The day in the prison on which it was begun, `YYYY-MM-DD`. */
  readonly begunOn: string;
}

/** A tray that goes out: `body` is the exact text. Kept thirty days after the receipt, as submissions are. */
export interface KeptBatch {
  readonly id: string;
  readonly kiosk: string;
  readonly night: number;
  readonly hash: string;
  readonly body: string;
  /** By the server's receipt; without one it waits. */
  readonly receivedAt?: string;
}

type LetterDatabase = Dexie & {
  trays: Table<KeptTray, number>;
  batches: EntityTable<KeptBatch, 'id'>;
  /** How many nights went out of each enrolment, and the day of the last one. */
  nights: EntityTable<{ kiosk: string; night: number; lastOn: string }, 'kiosk'>;
};

/**
 * A database of its own, as strict as the outbox: an older build that is switched back to knows nothing of it, and
 * must not find its own outbox raised to a version that it cannot open.
 */
function makeLetterDatabase(): LetterDatabase {
  const database = new Dexie('sauti-letters', {
    chromeTransactionDurability: 'strict',
    cache: 'disabled',
  }) as LetterDatabase;
  database.version(1).stores({ trays: '++order', batches: 'id', nights: 'kiosk' });
  return database;
}

let opened: LetterDatabase | null = null;

/** Reads or writes the trays. Throws StoreUnusable; the next call opens the database anew. */
export async function inLetters<T>(work: (database: LetterDatabase) => Promise<T>): Promise<T> {
  opened ??= makeLetterDatabase();
  try {
    return await work(opened);
  } catch (error) {
    const trouble = troubleOf(error);
    if (!trouble) throw error;
    opened.close();
    opened = null;
    throw new StoreUnusable(trouble, error);
  }
}
