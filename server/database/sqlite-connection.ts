import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import { statementsOfBatch } from './batch.ts';
import { DatabaseProblem, type DatabaseProblemName, isDatabaseProblem } from './database-problem.ts';
import type { Health } from './health.ts';
import type { SqliteThread } from './sqlite-thread.ts';
import { portable, type Statement, type StatementResult } from './statement.ts';

export interface LeaseOptions {
  /** Null for a reader: its failures end nothing. */
  readonly health: Health | null;
  /** How long an open transaction may do nothing while others wait, in milliseconds. */
  readonly idleMs: number;
  readonly release: () => void;
}

type State = 'autocommit' | 'transaction' | DatabaseProblemName;

/**
 * One borrower's hold on a connection, from acquire to release. A transaction in which a statement failed is
 * refused to the end, as PostgreSQL does it: otherwise the same code would commit a half on SQLite only. One
 * that stands idle too long is rolled back and its turn passed on; whatever it tries later is refused.
 */
export class SqliteConnection implements DatabaseConnection {
  readonly #thread: SqliteThread;
  readonly #options: LeaseOptions;
  #state: State = 'autocommit';
  #running = 0;
  #idle: NodeJS.Timeout | undefined;
  #released = false;
  #beginning: Promise<unknown> | null = null;

  constructor(thread: SqliteThread, options: LeaseOptions) {
    this.#thread = thread;
    this.#options = options;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const batch = statementsOfBatch(query);
    // Kysely's types promise the rows that the query describes; a batch's rows are its results.
    if (batch) return { rows: (await this.#run(batch)) as R[] };
    const [result] = await this.#run([query]);
    return { rows: (result?.rows ?? []) as R[], numAffectedRows: BigInt(result?.affected ?? 0) };
  }

  // biome-ignore lint/correctness/useYield: it only ever refuses, on both engines.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new DatabaseProblem('statement-failed', 'lists are read by pages, not streamed');
  }

  /**
   * Does not wait for the thread's answer: what is sent next is obeyed after it, and refused if there is no
   * transaction. Its failure is that of the next statement, or of the commit.
   */
  async begin(): Promise<void> {
    this.#state = 'transaction';
    this.#beginning = this.#ask(() => this.#thread.call({ kind: 'begin' }));
    this.#beginning.catch(() => undefined);
  }

  async commit(): Promise<void> {
    this.#assertGood();
    try {
      await this.#afterBegin(this.#ask(() => this.#thread.call({ kind: 'commit' })));
      this.#state = 'autocommit';
    } catch (error) {
      // A flush that failed comes after the commit was written: reopening the file may bring it back.
      const unsure = isDatabaseProblem(error, 'worker-died') || isDatabaseProblem(error, 'storage-failed');
      throw unsure ? new DatabaseProblem('commit-outcome-unknown', error.detail, { cause: error }) : error;
    }
  }

  /** Never throws: what made it necessary is the failure to report. */
  async rollback(): Promise<void> {
    if (this.#released) return;
    this.#state = 'autocommit';
    await this.#ask(() => this.#thread.call({ kind: 'rollback' })).catch(() => undefined);
  }

  release(): void {
    if (this.#released) return;
    this.#released = true;
    clearTimeout(this.#idle);
    this.#options.release();
  }

  async #run(statements: readonly Statement[]): Promise<readonly StatementResult[]> {
    this.#assertGood();
    const inTransaction = this.#state === 'transaction';
    try {
      const plain = statements.map(({ sql, parameters }) => ({ sql, parameters: parameters.map(portable) }));
      return await this.#afterBegin(
        this.#ask(() => this.#thread.call({ kind: 'run', statements: plain, inTransaction })),
      );
    } catch (error) {
      if (this.#state === 'transaction') this.#state = 'transaction-aborted';
      throw error;
    }
  }

  /** What was sent behind a begin that failed was refused for that alone: the begin's failure is the one to tell. */
  async #afterBegin<T>(answer: Promise<T>): Promise<T> {
    const [begun, answered] = await Promise.allSettled([this.#beginning, answer]);
    if (begun.status === 'rejected') throw begun.reason;
    this.#beginning = null;
    if (answered.status === 'rejected') throw answered.reason;
    return answered.value;
  }

  #assertGood(): void {
    if (this.#state !== 'autocommit' && this.#state !== 'transaction') throw new DatabaseProblem(this.#state);
  }

  async #ask<T>(work: () => Promise<T>): Promise<T> {
    this.#running += 1;
    clearTimeout(this.#idle);
    try {
      return await work();
    } catch (error) {
      this.#options.health?.watch(error);
      throw error;
    } finally {
      this.#running -= 1;
      this.#watchIdle();
    }
  }

  #watchIdle(): void {
    const open = this.#state === 'transaction' || this.#state === 'transaction-aborted';
    if (!open || this.#running > 0 || this.#released) return;
    clearTimeout(this.#idle);
    this.#idle = setTimeout(() => this.#takeAway(), this.#options.idleMs);
  }

  #takeAway(): void {
    this.#state = 'transaction-timed-out';
    // Sent before the next borrower's first command, and commands are obeyed in order.
    this.#thread.call({ kind: 'rollback' }).catch(error => this.#options.health?.watch(error));
    this.release();
  }
}
