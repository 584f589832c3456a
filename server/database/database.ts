import type { Kysely, Transaction } from 'kysely';
import type { Change, Hear } from './changes.ts';
import type { DatabaseProblem } from './database-problem.ts';
import type { Engine } from './engine.ts';
import { openPostgres } from './postgres-database.ts';
import type { Schema } from './schema.ts';
import { openSqlite } from './sqlite-database.ts';
import type { Statement, StatementResult } from './statement.ts';

export type { Engine };

/** The store, the same whatever engine is under it. Every failure is a `DatabaseProblem`. */
export interface Database {
  /** For this folder and the start-up line only: nothing else may depend on it. */
  readonly engine: Engine;
  /** Single writes that need no transaction. Refused inside one (`transaction-nested`). */
  readonly write: Kysely<Schema>;
  /** Lists, search and numbers; never waits behind a write, and cannot write (`storage-read-only`). */
  readonly read: Kysely<Schema>;

  /**
   * Runs `work` in one transaction and resolves after the commit is on the disk. Any failure, its own or a
   * statement's, leaves nothing behind; a statement's failure cannot be caught to carry on in the same one.
   * `commit-outcome-unknown` is the only refusal after which the write may nevertheless be there.
   */
  transaction<T>(work: (transaction: Transaction<Schema>) => Promise<T>): Promise<T>;

  /** Many statements in one go, in order, inside a transaction: the way of intake's group commit. */
  batch(
    transaction: Transaction<Schema>,
    statements: readonly Statement[],
  ): Promise<readonly StatementResult[]>;

  /**
   * Holds the head of a prison's log until the transaction ends. Every writing transaction does this first,
   * and for one prison only: taken in another order, two processes would wait for each other.
   */
  lockHead(transaction: Transaction<Schema>, prisonId: string): Promise<void>;

  /** `lockHead`, and a batch right behind it, in one go: each statement sees what the one before left the head as. */
  batchAtHead(
    transaction: Transaction<Schema>,
    prisonId: string,
    statements: readonly Statement[],
  ): Promise<readonly StatementResult[]>;

  /** Tells the listeners of all processes. After the commit: refused inside a transaction. */
  announce(change: Change): void;
  /** Returns how to stop listening. */
  listen(hear: Hear): () => void;

  /**
   * Calls `listener` once if the store can no longer be believed (`storage-failed`, `storage-corrupt`,
   * `worker-died`). Everything is refused from then on: end the process and open the file again.
   */
  onFatal(listener: (problem: DatabaseProblem) => void): () => void;

  /** Lets what runs finish, then closes. */
  close(): Promise<void>;
}

export interface DatabaseConfig {
  /** `postgres://…`; null for the file `sauti.sqlite` in `dataDir`. */
  readonly url: string | null;
  readonly dataDir: string;
  /** How long to wait for a lock of another process, in milliseconds. */
  readonly lockWaitMs?: number;
  /** How long an open transaction may do nothing, in milliseconds. */
  readonly idleTransactionMs?: number;
  /** Told of what went wrong beside any request: a lost connection, a listener that threw. */
  readonly onTrouble?: (error: unknown) => void;
}

/** What the engines are opened with, every default filled in. */
export type Settings = Required<Omit<DatabaseConfig, 'url'>>;

/**
 * Opens the store and proves that it keeps what it acknowledges. Rejects with `storage-unavailable`,
 * `storage-read-only`, `storage-full`, `storage-locked`, `storage-corrupt`, `storage-not-durable` or
 * `storage-wrong-encoding`. Tables are `migrate`'s business.
 */
export async function openDatabase(config: DatabaseConfig): Promise<Database> {
  const settings: Settings = {
    dataDir: config.dataDir,
    lockWaitMs: config.lockWaitMs ?? 5_000,
    idleTransactionMs: config.idleTransactionMs ?? 30_000,
    onTrouble: config.onTrouble ?? (() => undefined),
  };
  return config.url === null ? openSqlite(settings) : openPostgres(config.url, settings);
}
