import type { OutboxDatabase } from './outbox-database.ts';

/**
 * Chromium keeps IndexedDB in LevelDB and goes on writing into the log file of the last start. A power cut or a
 * full disk leaves half a record at the end of it. The next start reads past that, appends behind it, and the
 * start after that finds damage in the middle, takes the database for lost and silently begins an empty one
 * (measured on Chromium 156; docs/decisions tells how).
 *
 * So before anything else is written the log is turned over: more than LevelDB's write buffer of 4 MiB makes it
 * write all it holds into a table and begin a new log file. A disk that does not take it is full, and is better
 * found so now than at a prisoner's complaint.
 */
const parts = 80;
/** Larger values would go into files of their own, past the log. */
const partBytes = 32_768;

export async function turnLogOver(outbox: OutboxDatabase): Promise<void> {
  const rows = Array.from({ length: parts }, (_, part) => {
    // Random, because what compresses well would not fill anything.
    return { part, bytes: crypto.getRandomValues(new Uint8Array(partBytes)) };
  });
  await outbox.transaction('rw', outbox.filler, () => outbox.filler.bulkPut(rows));
  await outbox.transaction('rw', outbox.filler, () => outbox.filler.clear());
}
