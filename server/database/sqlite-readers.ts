import type { Settings } from './database.ts';
import type { Health } from './health.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import type { SessionOptions } from './sqlite-protocol.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { Turnstile } from './turnstile.ts';

/** Two: enough that one long list does not hold up the rest, and few enough for a machine with two cores. */
const seats = 2;

interface Seat {
  thread: SqliteThread;
}

/** The read-only connections. A reader whose thread died (out of memory on a huge list) is replaced. */
export class SqliteReaders {
  readonly #options: SessionOptions;
  readonly #health: Health;
  readonly #idleMs: number;
  readonly #seats: readonly Seat[];
  readonly #turns: Turnstile<Seat>;

  private constructor(options: SessionOptions, health: Health, idleMs: number, threads: SqliteThread[]) {
    this.#options = options;
    this.#health = health;
    this.#idleMs = idleMs;
    this.#seats = threads.map(thread => ({ thread }));
    this.#turns = new Turnstile(this.#seats);
  }

  static async open(options: SessionOptions, health: Health, settings: Settings): Promise<SqliteReaders> {
    const opening = await Promise.allSettled(Array.from({ length: seats }, () => SqliteThread.open(options)));
    const opened = opening.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
    const failed = opening.find(result => result.status === 'rejected');
    if (failed) {
      await Promise.all(opened.map(thread => thread.close()));
      throw failed.reason;
    }
    return new SqliteReaders(options, health, settings.idleTransactionMs, opened);
  }

  /** Lends a connection; rejects with the writer's fatal problem, `storage-closed`, or why none could be opened. */
  async acquire(): Promise<SqliteConnection> {
    this.#health.assert();
    const seat = await this.#turns.acquire();
    const release = () => this.#turns.release(seat);
    try {
      if (!seat.thread.alive) seat.thread = await SqliteThread.open(this.#options);
    } catch (error) {
      release();
      throw error;
    }
    // No health: a page that one list cannot read is no reason to stop taking complaints.
    return new SqliteConnection(seat.thread, { health: null, idleMs: this.#idleMs, release });
  }

  async close(): Promise<void> {
    await this.#turns.close();
    await Promise.all(this.#seats.map(({ thread }) => thread.close()));
  }
}
