import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, inject } from 'vitest';
import { type Database, type DatabaseConfig, openDatabase } from '../../server/database/database.ts';
import type { Engine } from '../../server/database/engine.ts';
import { scratch } from './scratch.ts';

/** Opens the current database once more; everything opened is closed by itself. */
export interface Open {
  (more?: Partial<DatabaseConfig>): Promise<Database>;
  /** Where the current database lies, for whoever opens it otherwise (a whole server). */
  config(): DatabaseConfig;
}

export interface DatabasesOptions {
  /** A database of its own for every test, or one that all tests of the block share. */
  readonly fresh?: 'test' | 'block';
  /** With the tables of the product, or empty. */
  readonly tables?: 'migrated' | 'none';
  /** For what only one of them has. */
  readonly engines?: readonly Engine[];
}

/** Where one database lies, and how to be rid of it. */
interface Place {
  readonly config: DatabaseConfig;
  remove(): Promise<void>;
}

const newFolder = () => mkdtemp(join(scratch, 'sauti-test-'));

async function placeSqlite(migrated: boolean): Promise<Place> {
  const dataDir = await newFolder();
  if (migrated) await copyFile(inject('sqliteTemplate'), join(dataDir, 'sauti.sqlite'));
  return { config: { url: null, dataDir }, remove: () => rm(dataDir, { recursive: true, force: true }) };
}

/** Runs one statement on the cluster itself. */
async function command(cluster: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: `${cluster}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function placePostgres(migrated: boolean): Promise<Place> {
  const cluster = inject('postgresUrl');
  if (!cluster)
    throw new Error('no PostgreSQL: the project lacks globalSetup tests/helpers/postgres-setup.ts');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await command(cluster, `create database ${name} template ${migrated ? 'sauti_migrated' : 'template0'}`);
  return {
    config: { url: `${cluster}/${name}`, dataDir: '' },
    remove: () => command(cluster, `drop database ${name} with (force)`),
  };
}

/**
 * Runs a block of tests once on each engine: SQLite in a folder of its own, PostgreSQL in a database of its
 * own in the run's cluster. `open` may be called often, also as a second process would.
 */
export function withDatabases(
  body: (open: Open, engine: Engine) => void,
  { fresh = 'block', tables = 'migrated', engines = ['sqlite', 'postgres'] }: DatabasesOptions = {},
): void {
  describe.each(engines)('on %s', engine => {
    let place: Place | null = null;
    const opened: Database[] = [];
    const make = async () => {
      place = await (engine === 'sqlite' ? placeSqlite : placePostgres)(tables === 'migrated');
    };
    const remove = async () => {
      await Promise.all(opened.splice(0).map(db => db.close()));
      await place?.remove();
      place = null;
    };
    const [before, after] = fresh === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll];
    before(make);
    after(remove);
    const config = () => {
      if (!place) throw new Error('open() is for tests and hooks');
      return place.config;
    };
    const open = async (more?: Partial<DatabaseConfig>) => {
      const db = await openDatabase({ ...config(), ...more });
      opened.push(db);
      return db;
    };
    body(Object.assign(open, { config }), engine);
  });
}
