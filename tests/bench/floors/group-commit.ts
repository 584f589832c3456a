import { Worker } from 'node:worker_threads';
import { Client } from 'pg';

/** Resolves when the row is on the disk; rows that come while a commit is under way share the next one. */
export type GroupCommit = (id: string, bytes: string) => Promise<void>;

export type Rows = readonly (readonly [id: string, bytes: string])[];

interface Waiting {
  readonly id: string;
  readonly bytes: string;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** As many as ours puts into one commit. */
const batchSize = 200;

function gather(write: (rows: Rows) => Promise<void>): GroupCommit {
  const waiting: Waiting[] = [];
  let running = false;
  const drain = async () => {
    while (waiting.length > 0) {
      const batch = waiting.splice(0, batchSize);
      try {
        await write(batch.map(({ id, bytes }) => [id, bytes]));
        for (const { resolve } of batch) resolve();
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    running = false;
  };
  return (id, bytes) =>
    new Promise((resolve, reject) => {
      waiting.push({ id, bytes, resolve, reject });
      if (running) return;
      running = true;
      setImmediate(() => void drain());
    });
}

/** SQLite in a thread of its own, WAL, `synchronous=FULL`. */
export async function sqliteCommit(dataDir: string): Promise<GroupCommit> {
  const worker = new Worker(new URL('./sqlite-writer.ts', import.meta.url), { workerData: dataDir });
  const answers: ((failure: string | null) => void)[] = [];
  worker.on('message', (failure: string | null) => answers.shift()?.(failure));
  return gather(
    rows =>
      new Promise((resolve, reject) => {
        answers.push(failure => (failure === null ? resolve() : reject(new Error(failure))));
        worker.postMessage(rows);
      }),
  );
}

/** PostgreSQL, one statement and one round trip per commit, `synchronous_commit=on`. */
export async function postgresCommit(url: string): Promise<GroupCommit> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query('set synchronous_commit = on');
  await client.query('create table item (id text primary key, bytes text not null)');
  return gather(async rows => {
    await client.query({
      name: 'keep',
      text: 'insert into item select * from unnest($1::text[], $2::text[]) on conflict do nothing',
      values: [rows.map(([id]) => id), rows.map(([, bytes]) => bytes)],
    });
  });
}
