import {
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';
import { PostgresConnection } from './postgres-connection.ts';
import type { PostgresPool } from './postgres-pool.ts';

class PooledDriver implements Driver {
  readonly #pool: PostgresPool;
  readonly #beforeAcquire: () => void;

  constructor(pool: PostgresPool, beforeAcquire: () => void) {
    this.#pool = pool;
    this.#beforeAcquire = beforeAcquire;
  }

  async init(): Promise<void> {}
  async acquireConnection(): Promise<PostgresConnection> {
    this.#beforeAcquire();
    return new PostgresConnection(await this.#pool.acquire(), this.#pool);
  }
  beginTransaction(connection: PostgresConnection): Promise<void> {
    return connection.begin();
  }
  commitTransaction(connection: PostgresConnection): Promise<void> {
    return connection.commit();
  }
  rollbackTransaction(connection: PostgresConnection): Promise<void> {
    return connection.rollback();
  }
  async releaseConnection(connection: PostgresConnection): Promise<void> {
    connection.release();
  }
  /** The pool outlives Kysely: whoever opened it closes it. */
  async destroy(): Promise<void> {}
}

/** A Kysely dialect over a pool of ours, which names every failure. `beforeAcquire` may refuse by throwing. */
export function postgresDialect(pool: PostgresPool, beforeAcquire: () => void): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new PooledDriver(pool, beforeAcquire),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}
