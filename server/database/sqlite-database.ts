import { Kysely } from 'kysely';
import { runBatch } from './batch.ts';
import { Herald } from './changes.ts';
import type { Database, Settings } from './database.ts';
import { Health } from './health.ts';
import type { Schema } from './schema.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { prepareSqliteFile } from './sqlite-file.ts';
import { SqliteReaders } from './sqlite-readers.ts';
import { SqliteThread } from './sqlite-thread.ts';
import { TransactionScope } from './transaction-scope.ts';
import { Turnstile } from './turnstile.ts';

interface Parts {
  readonly settings: Settings;
  readonly health: Health;
  readonly scope: TransactionScope;
  readonly writer: SqliteThread;
  readonly writerTurns: Turnstile<SqliteThread>;
  readonly readers: SqliteReaders;
}

function writeDialect({ settings, health, scope, writerTurns }: Parts) {
  return sqliteDialect(async () => {
    scope.assertOutside('transaction-nested');
    const thread = await writerTurns.acquire();
    const release = () => writerTurns.release(thread);
    try {
      // After the wait: the one before may have met the failure that ends it for all.
      health.assert();
    } catch (error) {
      release();
      throw error;
    }
    return new SqliteConnection(thread, { health, idleMs: settings.idleTransactionMs, release });
  });
}

async function close({ writer, writerTurns, readers }: Parts): Promise<void> {
  await Promise.all([writerTurns.close(), readers.close()]);
  // Last, so that it is the one that folds the log back into the file.
  await writer.close();
}

function assemble(parts: Parts): Database {
  const { health, scope, readers, settings } = parts;
  const write = new Kysely<Schema>({ dialect: writeDialect(parts) });
  const read = new Kysely<Schema>({ dialect: sqliteDialect(() => readers.acquire()) });
  const herald = new Herald(settings.onTrouble);
  let closed: Promise<void> | null = null;
  return {
    engine: 'sqlite',
    write,
    read,
    async transaction(work) {
      return write.transaction().execute(transaction => scope.run(() => work(transaction)));
    },
    batch: runBatch,
    // BEGIN IMMEDIATE has already locked the whole file: nobody else is in a writing transaction.
    lockHead: async () => undefined,
    batchAtHead: (transaction, _prisonId, statements) => runBatch(transaction, statements),
    announce(change) {
      scope.assertOutside('announced-in-transaction');
      herald.tell({ kind: 'changed', change });
    },
    listen: hear => herald.listen(hear),
    onFatal: listener => health.onFatal(listener),
    close() {
      closed ??= close(parts);
      return closed;
    },
  };
}

/** The SQLite engine: one writer and a few readers, each a connection in a thread of its own. */
export async function openSqlite(settings: Settings): Promise<Database> {
  const file = prepareSqliteFile(settings.dataDir);
  const options = { file, busyTimeoutMs: settings.lockWaitMs };
  const health = new Health();
  // The writer first: it turns the file into one with a log, which a reader cannot.
  const writer = await SqliteThread.open({ ...options, readOnly: false });
  writer.onDeath = () => health.reportDeath();
  try {
    const readers = await SqliteReaders.open({ ...options, readOnly: true }, health, settings);
    const writerTurns = new Turnstile([writer]);
    return assemble({ settings, health, scope: new TransactionScope(), writer, writerTurns, readers });
  } catch (error) {
    await writer.close();
    throw error;
  }
}
