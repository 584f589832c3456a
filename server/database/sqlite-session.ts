import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { DatabaseProblem } from './database-problem.ts';
import { setReaderPragmas, setWriterPragmas } from './sqlite-pragmas.ts';
import type { BoundStatement, SessionOptions } from './sqlite-protocol.ts';
import type { Portable, Row, StatementResult } from './statement.ts';
import { StatementCache } from './statement-cache.ts';

/** Enough for every query the server has, with room for lists of different lengths. */
const preparedStatements = 500;

/**
 * node:sqlite binds every number as a floating-point one: 5 would be stored in a text column as `5.0`, and
 * 5 divided by 2 would be 2.5 and not 2 as on PostgreSQL.
 */
function bindable(value: Portable): SQLInputValue {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}

/** One SQLite connection, as its thread uses it. Everything here is synchronous. */
export class SqliteSession {
  readonly #database: DatabaseSync;
  readonly #cache: StatementCache;
  readonly #readOnly: boolean;

  constructor(options: SessionOptions) {
    this.#readOnly = options.readOnly;
    this.#database = new DatabaseSync(options.file, {
      readOnly: options.readOnly,
      timeout: options.busyTimeoutMs,
    });
    try {
      if (options.readOnly) setReaderPragmas(this.#database);
      else setWriterPragmas(this.#database);
    } catch (error) {
      this.#database.close();
      throw error;
    }
    this.#cache = new StatementCache(this.#database, preparedStatements);
  }

  /** IMMEDIATE for a writer: the lock is taken at once, so that a transaction never fails half way for want of it. */
  begin(): void {
    this.#database.exec(this.#readOnly ? 'BEGIN' : 'BEGIN IMMEDIATE');
  }

  commit(): void {
    this.#assertTransaction(true);
    try {
      this.#database.exec('COMMIT');
    } catch (error) {
      this.#abandon();
      throw error;
    }
  }

  /** Ends the transaction if there still is one: SQLite itself ends it on a full disk or an I/O error. */
  rollback(): void {
    if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
  }

  /** Stops at the first statement that fails. */
  run(statements: readonly BoundStatement[], inTransaction: boolean): StatementResult[] {
    return statements.map(statement => {
      // Before each one: had the engine rolled back by itself, the rest would commit one by one.
      this.#assertTransaction(inTransaction);
      return this.#runOne(statement);
    });
  }

  close(): void {
    this.#cache.clear();
    try {
      if (!this.#readOnly) this.#database.exec('PRAGMA optimize');
    } catch {
      // Only statistics for the planner: a full or damaged disk must still be let go of.
    } finally {
      this.#database.close();
    }
  }

  /** Rolls back without hiding the failure that made it necessary. */
  #abandon(): void {
    try {
      this.rollback();
    } catch {
      // The next statement finds the transaction still open and is refused.
    }
  }

  #runOne({ sql, parameters }: BoundStatement): StatementResult {
    const { statement, returnsRows } = this.#cache.get(sql);
    const values = parameters.map(bindable);
    // Never `get()`: on an autocommitted INSERT … RETURNING it takes twice as long as `all()`.
    if (returnsRows) return { rows: statement.all(...values) satisfies Row[], affected: 0 };
    return { rows: [], affected: Number(statement.run(...values).changes) };
  }

  #assertTransaction(expected: boolean): void {
    if (this.#database.isTransaction !== expected) throw new DatabaseProblem('transaction-aborted');
  }
}
