import {
  type Dialect,
  type DialectAdapter,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { SqliteConnection } from './sqlite-connection.ts';

/** Kysely's mutex for one connection wakes all who wait at each release; the turnstile wakes one, in order. */
class ThreadedAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

class SqliteDriver implements Driver {
  readonly #acquire: () => Promise<SqliteConnection>;

  constructor(acquire: () => Promise<SqliteConnection>) {
    this.#acquire = acquire;
  }

  async init(): Promise<void> {}
  acquireConnection(): Promise<SqliteConnection> {
    return this.#acquire();
  }
  beginTransaction(connection: SqliteConnection): Promise<void> {
    return connection.begin();
  }
  commitTransaction(connection: SqliteConnection): Promise<void> {
    return connection.commit();
  }
  rollbackTransaction(connection: SqliteConnection): Promise<void> {
    return connection.rollback();
  }
  async releaseConnection(connection: SqliteConnection): Promise<void> {
    connection.release();
  }
  /** The threads outlive Kysely: whoever opened them closes them. */
  async destroy(): Promise<void> {}
}

/** A Kysely dialect whose connections live in other threads; `acquire` lends one. */
export function sqliteDialect(acquire: () => Promise<SqliteConnection>): Dialect {
  return {
    createAdapter: (): DialectAdapter => new ThreadedAdapter(),
    createDriver: () => new SqliteDriver(acquire),
    createIntrospector: db => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}
