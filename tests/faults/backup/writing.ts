import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { between, pause, until } from '../harness/chance.ts';
import { Cluster } from '../harness/cluster.ts';
import { run as runCommand } from '../harness/command.ts';
import { inspect } from '../harness/inspect.ts';
import { Load } from '../harness/load.ts';
import { newFolder, type Place, postgresPlace, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

const kiosks = 6;

/** One back-up while the load goes on, put back elsewhere; what was receipted before it began must be there. */
async function backUpOnce(load: Load, prison: Prison, from: Place, to: Place, run: Run): Promise<Tally> {
  const folder = await newFolder('faults-backup');
  const file = join(folder, 'a.backup');
  try {
    const before = [...load.sent];
    const made = await runCommand('backup', from, file);
    const during = load.sent.length - before.length;
    if (made.code !== 0) run.note(`the back-up ended with ${made.code}: ${made.errors.trim()}`);
    // Without anything written meanwhile it would prove nothing.
    if (during === 0) run.note('nothing was written during the back-up');
    const restored = await runCommand('restore', to, file);
    if (restored.code !== 0) run.note(`the restoring ended with ${restored.code}: ${restored.errors.trim()}`);
    if (made.code !== 0 || restored.code !== 0) return { ...nothing, tries: 1, damaged: 1 };
    return sum({ tries: 1, damaged: during === 0 ? 1 : 0 }, await inspect(to, prison, before, run));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function backUpUnderLoad(from: Place, newPlace: () => Promise<Place>, run: Run): Promise<Tally> {
  const prison = await found(from, kiosks);
  const load = new Load(prison);
  const server = await ServerProcess.startWell(settingsOf(from));
  let total = nothing;
  try {
    for (const _ of run.tries(1, 20)) {
      await load.seal(3_000 - load.waiting);
      const held = load.sent.length;
      load.begin(server.port);
      // Slow enough that it lasts longer than a back-up does.
      load.slowDown(5);
      await until('something is taken in', () => load.sent.length > held);
      await pause(between(0, 300));
      const to = await newPlace();
      total = sum(total, await backUpOnce(load, prison, from, to, run));
      await load.end();
      await to.remove();
    }
    // Those who send must not have noticed.
    for (const [name, times] of load.refusals) run.note(`answered ${name} ${times} times during back-ups`);
    return sum(total, { damaged: load.refusals.size });
  } finally {
    await load.end();
    await server.stop('SIGKILL');
    load.close();
    await from.remove();
  }
}

export const backupWhileWriting: FaultClass = {
  fault: 'backup-while-writing',
  what: '`npm run backup` while 6 kiosks send over 24 connections, then `npm run restore` on an empty place: from SQLite to PostgreSQL and from PostgreSQL to SQLite. Acknowledged is what had its receipt when the back-up began.',
  async run(run) {
    const cluster = await Cluster.start();
    try {
      const fromSqlite = await backUpUnderLoad(await sqlitePlace(), () => postgresPlace(cluster), run);
      const fromPostgres = await backUpUnderLoad(await postgresPlace(cluster), () => sqlitePlace(), run);
      return sum(fromSqlite, fromPostgres);
    } finally {
      await cluster.stop();
    }
  },
};
