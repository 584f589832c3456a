import { Kysely, sql } from 'kysely';
import type { DatabaseConfig, Settings } from './database.ts';
import type { Engine } from './engine.ts';
import { postgresDialect } from './postgres-dialect.ts';
import { PostgresPool } from './postgres-pool.ts';
import type { Schema } from './schema.ts';
import { SqliteConnection } from './sqlite-connection.ts';
import { sqliteDialect } from './sqlite-dialect.ts';
import { sqliteFile } from './sqlite-file.ts';
import { SqliteThread } from './sqlite-thread.ts';
import type { Row } from './statement.ts';
import { readTableShapes, type TableShape } from './table-shape.ts';

/** Everything as it stood at one moment, whatever is written meanwhile. */
export interface Snapshot {
  /** Each after all those to which it refers. */
  readonly tables: readonly TableShape[];
  /** The migrations that made them, in order. */
  readonly migrations: readonly string[];
  /** All rows of a table, some hundred at a time. */
  pages(table: TableShape): AsyncGenerator<readonly Row[]>;
  close(): Promise<void>;
}

type Db = Kysely<Schema>;

/** A connection of its own, so that the server's readers are not held up for as long as a back-up takes. */
interface Reader {
  readonly engine: Engine;
  readonly db: Db;
  close(): Promise<void>;
}

const rowsInPage = 200;
/** A slow disk may keep the file waiting between two pages, in milliseconds. */
const idleMs = 10 * 60_000;

async function openSqliteReader({ dataDir, lockWaitMs }: Settings): Promise<Reader> {
  const thread = await SqliteThread.open({
    file: sqliteFile(dataDir),
    readOnly: true,
    busyTimeoutMs: lockWaitMs,
  });
  const acquire = async () =>
    new SqliteConnection(thread, { health: null, idleMs, release: () => undefined });
  return {
    engine: 'sqlite',
    db: new Kysely<Schema>({ dialect: sqliteDialect(acquire) }),
    close: () => thread.close(),
  };
}

function openPostgresReader(url: string, settings: Settings): Reader {
  const pool = new PostgresPool(url, 'read-only', settings);
  const db = new Kysely<Schema>({ dialect: postgresDialect(pool, () => undefined) });
  return { engine: 'postgres', db, close: () => pool.close() };
}

async function readMigrations(db: Db): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select name from migration order by position`.execute(db);
  return rows.map(row => row.name);
}

/**
 * Takes a snapshot: a read transaction on SQLite's log, REPEATABLE READ on PostgreSQL. It waits for nobody and
 * nobody waits for it. Rejects like `openDatabase`; a database without tables is `statement-failed`.
 */
export async function openSnapshot(config: DatabaseConfig): Promise<Snapshot> {
  const settings: Settings = {
    dataDir: config.dataDir,
    lockWaitMs: config.lockWaitMs ?? 5_000,
    idleTransactionMs: idleMs,
    onTrouble: config.onTrouble ?? (() => undefined),
  };
  const reader =
    config.url === null ? await openSqliteReader(settings) : openPostgresReader(config.url, settings);
  try {
    const transaction = await reader.db.startTransaction().execute();
    if (reader.engine === 'postgres')
      await sql`set transaction isolation level repeatable read, read only`.execute(transaction);
    const migrations = await readMigrations(transaction);
    const tables = await readTableShapes(transaction, reader.engine);
    return {
      tables,
      migrations,
      pages: table => readPages(transaction, reader.engine, table),
      async close() {
        await transaction.rollback().execute();
        await reader.close();
      },
    };
  } catch (error) {
    await reader.close();
    throw error;
  }
}

/** Where a row of a table without a key stands: both engines know the place, and it does not move in a snapshot. */
const places: Readonly<Record<Engine, string>> = { sqlite: 'rowid', postgres: 'ctid' };

/** By keys and not by OFFSET, which would read everything before each page again. */
async function* readPages(db: Db, engine: Engine, table: TableShape): AsyncGenerator<readonly Row[]> {
  const key = table.key.length > 0 ? table.key : [places[engine]];
  const columns = sql.join([...new Set([...key, ...table.columns])].map(column => sql.ref(column)));
  const keys = sql.join(key.map(column => sql.ref(column)));
  let last: Row | undefined;
  for (;;) {
    const from = last && sql.join(key.map(column => sql`${last?.[column]}`));
    const after = from ? sql`where (${keys}) > (${from})` : sql``;
    const { rows } = await sql<Row>`
      select ${columns} from ${sql.table(table.name)} ${after} order by ${keys} limit ${rowsInPage}`.execute(
      db,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < rowsInPage) return;
    last = rows.at(-1);
  }
}
