import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** A prepared statement, and whether it returns rows. */
export interface Prepared {
  readonly statement: StatementSync;
  readonly returnsRows: boolean;
}

/** Prepares each SQL text once and forgets the one that was longest unused when there are too many. */
export class StatementCache {
  readonly #database: DatabaseSync;
  readonly #limit: number;
  // A Map keeps the order of insertion: the first key is the one longest unused.
  readonly #prepared = new Map<string, Prepared>();

  constructor(database: DatabaseSync, limit: number) {
    this.#database = database;
    this.#limit = limit;
  }

  get size(): number {
    return this.#prepared.size;
  }

  /** Throws the engine's error if the text cannot be prepared. */
  get(sql: string): Prepared {
    const known = this.#prepared.get(sql);
    if (known) {
      this.#prepared.delete(sql);
      this.#prepared.set(sql, known);
      return known;
    }
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    this.#prepared.set(sql, prepared);
    const oldest = this.#prepared.keys().next();
    if (this.#prepared.size > this.#limit && !oldest.done) this.#prepared.delete(oldest.value);
    return prepared;
  }

  clear(): void {
    this.#prepared.clear();
  }
}
