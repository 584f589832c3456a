import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { inject, onTestFinished } from 'vitest';
import type { Engine } from '../../../server/database/engine.ts';
import { scratch } from '../../helpers/scratch.ts';

/** Where a back-up can be restored to. */
export interface EmptyPlace {
  readonly dataDir: string;
  readonly databaseUrl: string | null;
}

async function command(statement: string): Promise<void> {
  const client = new Client({ connectionString: `${inject('postgresUrl')}/postgres` });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A folder (and on PostgreSQL a database) with nothing in it, gone after the test. */
export async function emptyPlace(engine: Engine): Promise<EmptyPlace> {
  const dataDir = await mkdtemp(join(scratch, 'sauti-restore-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  if (engine === 'sqlite') return { dataDir, databaseUrl: null };
  const name = `restore_${randomBytes(8).toString('hex')}`;
  await command(`create database ${name} template template0`);
  onTestFinished(() => command(`drop database ${name} with (force)`));
  return { dataDir, databaseUrl: `${inject('postgresUrl')}/${name}` };
}
