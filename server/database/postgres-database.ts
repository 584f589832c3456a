import { Kysely, type Transaction } from 'kysely';
import { runBatch } from './batch.ts';
import { Herald } from './changes.ts';
import type { Database, Settings } from './database.ts';
import { DatabaseProblem } from './database-problem.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { PostgresHerald } from './postgres-herald.ts';
import { PostgresPool } from './postgres-pool.ts';
import type { Schema } from './schema.ts';
import type { Statement, StatementResult } from './statement.ts';
import { TransactionScope } from './transaction-scope.ts';

interface Parts {
  readonly writers: PostgresPool;
  readonly readers: PostgresPool;
  readonly herald: Herald;
  readonly wire: PostgresHerald;
}

/** Opens and gives back one connection of each pool, so that a bad address or setting stops the start. */
async function prove(pools: readonly PostgresPool[]): Promise<void> {
  for (const pool of pools) {
    const lease = await pool.acquire();
    lease.release(false);
  }
}

const lock = 'select 1 from log_head where prison_id = $1 for update';

/** At READ COMMITTED every statement reads anew: those behind the lock see what its former holder left. */
async function batchAtHead(
  transaction: Transaction<Schema>,
  prisonId: string,
  statements: readonly Statement[],
): Promise<readonly StatementResult[]> {
  const taking = { sql: lock, parameters: [prisonId], name: 'lock-head' };
  const [locked, ...results] = await runBatch(transaction, [taking, ...statements]);
  // Without a row there is no lock, and two writers would both believe that they hold it.
  if (!locked?.rows.length) throw new DatabaseProblem('log-head-missing');
  return results;
}

async function close({ writers, readers, wire }: Parts): Promise<void> {
  await wire.close();
  await Promise.all([writers.close(), readers.close()]);
}

function assemble(parts: Parts): Database {
  const { writers, readers, herald, wire } = parts;
  const scope = new TransactionScope();
  const outside = () => scope.assertOutside('transaction-nested');
  const write = new Kysely<Schema>({ dialect: postgresDialect(writers, outside) });
  const read = new Kysely<Schema>({ dialect: postgresDialect(readers, () => undefined) });
  let closed: Promise<void> | null = null;
  return {
    engine: 'postgres',
    write,
    read,
    async transaction(work) {
      return write.transaction().execute(transaction => scope.run(() => work(transaction)));
    },
    batch: runBatch,
    async lockHead(transaction, prisonId) {
      await batchAtHead(transaction, prisonId, []);
    },
    batchAtHead,
    announce(change) {
      scope.assertOutside('announced-in-transaction');
      wire.announce(change);
    },
    listen: hear => herald.listen(hear),
    // The disk is the database server's: it ends itself when a flush fails, and comes back recovered.
    onFatal: () => () => undefined,
    close() {
      closed ??= close(parts);
      return closed;
    },
  };
}

/** The PostgreSQL engine: a pool for writing, one for reading, and a connection for news between processes. */
export async function openPostgres(url: string, settings: Settings): Promise<Database> {
  const writers = new PostgresPool(url, 'read-write', settings);
  const readers = new PostgresPool(url, 'read-only', settings);
  const herald = new Herald(settings.onTrouble);
  try {
    await prove([writers, readers]);
    const wire = await PostgresHerald.open(url, herald, settings.onTrouble);
    return assemble({ writers, readers, herald, wire });
  } catch (error) {
    await Promise.all([writers.close(), readers.close()]);
    throw error;
  }
}
