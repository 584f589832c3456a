import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';
import type { Rows } from './group-commit.ts';

/** The writing thread of the floor: each message is one transaction. */
const database = new DatabaseSync(join(workerData as string, 'floor.sqlite'));
database.exec('PRAGMA journal_mode = WAL');
database.exec('PRAGMA synchronous = FULL');
database.exec('create table if not exists item (id text primary key, bytes text not null)');
const insert = database.prepare('insert into item (id, bytes) values (?, ?) on conflict do nothing');

function write(rows: Rows): string | null {
  try {
    database.exec('BEGIN IMMEDIATE');
    for (const [id, bytes] of rows) insert.run(id, bytes);
    database.exec('COMMIT');
    return null;
  } catch (error) {
    return String(error);
  }
}

parentPort?.on('message', (rows: Rows) => parentPort?.postMessage(write(rows)));
