import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Client } from 'pg';
import { until } from '../harness/chance.ts';
import { Cluster } from '../harness/cluster.ts';
import { inspect } from '../harness/inspect.ts';
import { Load } from '../harness/load.ts';
import { type Place, postgresPlace, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';
import { strangeAnswers } from './disk.ts';

/** Holds what every writer needs, as another program would; answers how to let go. */
type Lock = (place: Place, prison: Prison) => Promise<() => Promise<void>>;

const lockFile: Lock = async place => {
  const file = new DatabaseSync(join(place.dataDir, 'sauti.sqlite'));
  file.exec('begin immediate');
  return async () => {
    file.exec('rollback');
    file.close();
  };
};

const lockRow: Lock = async (place, prison) => {
  const client = new Client({ connectionString: place.databaseUrl ?? '' });
  await client.connect();
  await client.query('begin');
  await client.query('select 1 from log_head where prison_id = $1 for update', [prison.id]);
  return async () => {
    await client.query('rollback');
    await client.end();
  };
};

async function lockUnderLoad(place: Place, lock: Lock, run: Run): Promise<Tally> {
  const prison = await found(place, 4);
  const load = new Load(prison);
  const server = await ServerProcess.startWell(settingsOf(place));
  let total = nothing;
  for (const _ of run.tries(1, 10)) {
    await load.seal(150 - load.waiting);
    const letGo = await lock(place, prison);
    load.begin(server.port);
    await until('the lock is named', () => load.refusals.has('storage-locked') || server.over);
    await letGo();
    await until('it takes in again', () => load.waiting === 0 || server.over);
    await load.end();
    total = sum(total, { tries: 1, damaged: strangeAnswers(load, ['storage-locked'], run) });
    load.refusals.clear();
  }
  await load.drain(server.port);
  await server.stop('SIGTERM');
  load.close();
  return sum(total, await inspect(place, prison, load.sent, run));
}

export const databaseLocked: FaultClass = {
  fault: 'database-locked',
  what: 'Another program holds the database (SQLite: the file; PostgreSQL: the head of the log) for longer than the server waits. The answer is `storage-locked`, and it goes on by itself.',
  async run(run) {
    const place = await sqlitePlace();
    const cluster = await Cluster.start();
    try {
      const onFile = await lockUnderLoad(place, lockFile, run);
      return sum(onFile, await lockUnderLoad(await postgresPlace(cluster), lockRow, run));
    } finally {
      await cluster.stop();
      await place.remove();
    }
  },
};
