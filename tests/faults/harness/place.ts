import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { Config } from '../../../server/config.ts';
import { readConfig } from '../../../server/config.ts';
import type { Cluster } from './cluster.ts';

/** Where one server's data lie. */
export interface Place {
  readonly dataDir: string;
  /** Null for SQLite. */
  readonly databaseUrl: string | null;
  remove(): Promise<void>;
}

export const newFolder = (name = 'faults'): Promise<string> => mkdtemp(join(tmpdir(), `sauti-${name}-`));

/** An empty folder for SQLite. */
export async function sqlitePlace(dataDir?: string): Promise<Place> {
  const folder = dataDir ?? (await newFolder());
  return { dataDir: folder, databaseUrl: null, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** An empty database in a cluster, with a folder for the keys. */
export async function postgresPlace(cluster: Cluster): Promise<Place> {
  const dataDir = await newFolder();
  const name = `faults_${randomBytes(6).toString('hex')}`;
  await command(cluster, `create database ${name} template template0`);
  return {
    dataDir,
    databaseUrl: `${cluster.url}/${name}`,
    remove: () => rm(dataDir, { recursive: true, force: true }),
  };
}

async function command(cluster: Cluster, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${cluster.url}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A copy of a closed SQLite place, keys and all. */
export async function copyOf(place: Place): Promise<Place> {
  const copy = await sqlitePlace();
  await cp(place.dataDir, copy.dataDir, { recursive: true });
  return copy;
}

/** The settings that a server over this place reads; `more` as the environment has it. */
export function settingsOf(
  place: Place,
  more: Readonly<Record<string, string>> = {},
): Record<string, string> {
  return {
    DATA_DIR: place.dataDir,
    DATABASE_URL: place.databaseUrl ?? '',
    SAUTI_DEMO: '0',
    PORT: '0',
    ...more,
  };
}

export function configOf(place: Place): Config {
  return readConfig(settingsOf(place, { SAUTI_DEV: '1' }), join(import.meta.dirname, '..', '..', '..'));
}
