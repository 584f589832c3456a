import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { type Database, openDatabase } from '../../../server/database/database.ts';
import type { Engine } from '../../../server/database/engine.ts';
import { migrate } from '../../../server/database/migrate.ts';
import { migrations } from '../../../server/database/migrations/index.ts';
import { startCluster } from '../../helpers/postgres-setup.ts';

/** Where one server's data lie. */
export interface Place {
  readonly engine: Engine;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  remove(): Promise<void>;
}

/** Places made from one prepared database per engine. */
export interface Places {
  /** A copy of the prepared database, or of another place that nobody has open, with the keys. */
  copy(engine: Engine, of?: Place): Promise<Place>;
  /** A folder (and on PostgreSQL a database) with nothing in it, for a floor. */
  empty(engine: Engine): Promise<Place>;
  close(): Promise<void>;
}

export const engines: readonly Engine[] = ['sqlite', 'postgres'];
export const engineNames: Readonly<Record<Engine, string>> = { sqlite: 'SQLite', postgres: 'PostgreSQL' };

const template = 'sauti_bench';
const file = 'sauti.sqlite';
const newFolder = () => mkdtemp(join(tmpdir(), 'sauti-bench-'));

async function command(cluster: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${cluster}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function prepare(place: Pick<Place, 'dataDir' | 'databaseUrl'>, fill: Fill): Promise<void> {
  const database = await openDatabase({ url: place.databaseUrl, dataDir: place.dataDir });
  try {
    await migrate(database, migrations);
    await fill(database);
  } finally {
    await database.close();
  }
}

/** What is copied: the folder of a SQLite file, or the name of a PostgreSQL database. */
interface Source {
  readonly folder: string;
  readonly name: string;
}

function sourceOf({ dataDir, databaseUrl }: Place): Source {
  return { folder: dataDir, name: databaseUrl?.split('/').at(-1) ?? '' };
}

type Fill = (database: Database) => Promise<void>;

/**
 * Prepares a database on each engine. `keys` is a data folder whose keys every copy gets; the cluster keeps
 * `fsync` on, as every durable figure needs.
 */
export async function makePlaces(keys: string, fill: Fill): Promise<Places> {
  const cluster = await startCluster();
  const folder = await newFolder();
  await command(cluster.url, `create database ${template}`);
  await prepare({ dataDir: folder, databaseUrl: null }, fill);
  await prepare({ dataDir: '', databaseUrl: `${cluster.url}/${template}` }, fill);

  async function make(engine: Engine, from: Source | null): Promise<Place> {
    const dataDir = await newFolder();
    if (from !== null) await cp(join(keys, 'keys'), join(dataDir, 'keys'), { recursive: true });
    const removeFolder = () => rm(dataDir, { recursive: true, force: true });
    if (engine === 'sqlite') {
      if (from !== null) await cp(join(from.folder, file), join(dataDir, file));
      return { engine, dataDir, databaseUrl: null, remove: removeFolder };
    }
    const name = `bench_${randomBytes(6).toString('hex')}`;
    await command(cluster.url, `create database ${name} template ${from?.name ?? 'template0'}`);
    return {
      engine,
      dataDir,
      databaseUrl: `${cluster.url}/${name}`,
      async remove() {
        await command(cluster.url, `drop database ${name} with (force)`);
        await removeFolder();
      },
    };
  }

  const prepared: Source = { folder, name: template };
  return {
    copy: (engine, of) => make(engine, of ? sourceOf(of) : prepared),
    empty: engine => make(engine, null),
    async close() {
      await cluster.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
