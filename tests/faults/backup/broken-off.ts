import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyBackup } from '../../../server/backup/verify-backup.ts';
import { between } from '../harness/chance.ts';
import { Cluster } from '../harness/cluster.ts';
import { runAndKill, run as runCommand } from '../harness/command.ts';
import { inspect } from '../harness/inspect.ts';
import { mountHindrance, SmallDisk } from '../harness/mounts.ts';
import { newFolder, type Place, postgresPlace, sqlitePlace } from '../harness/place.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';
import { type Filled, withFilled } from './filled.ts';

/** Files of a folder that bear a back-up's name and are none. */
async function halfOnes(folder: string, run: Run): Promise<number> {
  let half = 0;
  for (const name of (await readdir(folder)).filter(found => found.endsWith('.backup')))
    await verifyBackup(join(folder, name)).catch(error => {
      half += 1;
      run.note(`${name} has its name and is not whole: ${error}`);
    });
  return half;
}

async function killBackups({ place, prison, sent, backupMs }: Filled, run: Run): Promise<Tally> {
  const folder = await newFolder('faults-backup');
  let total = nothing;
  try {
    for (const count of run.tries(4, 60)) {
      const ms = between(100, Math.round(backupMs));
      const { code } = await runAndKill('backup', place, join(folder, `${count}.backup`), ms);
      total = sum(total, { tries: code === null ? 1 : 0, damaged: await halfOnes(folder, run) });
    }
    const after = await runCommand('backup', place, join(folder, 'after.backup'));
    if (after.code !== 0) run.note(`the one after them ended with ${after.code}: ${after.errors.trim()}`);
    return sum(total, { damaged: after.code === 0 ? 0 : 1 }, await inspect(place, prison, sent, run));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const backupKilled: FaultClass = {
  fault: 'backup-killed',
  what: '`npm run backup` killed (SIGKILL) at a random moment before it has ended: nothing half has a back-up’s name, the data are untouched, the next one succeeds.',
  run: run => withFilled(filled => killBackups(filled, run)),
};

/** Killed on its way, then done again: it is whole, or was whole already. */
async function killRestore(
  { file, prison, sent }: Filled,
  to: Place,
  restoreMs: number,
  run: Run,
): Promise<Tally> {
  try {
    const first = await runAndKill('restore', to, file, between(100, Math.round(restoreMs)));
    const again = await runCommand('restore', to, file);
    const good = again.code === 0 || (/The database is not empty/.test(again.errors) && first.code !== 1);
    if (!good) run.note(`the restoring after it ended with ${again.code}: ${again.errors.trim()}`);
    return sum(
      { tries: first.code === null ? 1 : 0, damaged: good ? 0 : 1 },
      await inspect(to, prison, sent, run),
    );
  } finally {
    await to.remove();
  }
}

/** How long a whole one takes there, in milliseconds. */
async function timeRestore({ file }: Filled, to: Place): Promise<number> {
  const begun = performance.now();
  const { code, errors } = await runCommand('restore', to, file);
  await to.remove();
  if (code !== 0) throw new Error(`a good back-up was not restored: ${errors}`);
  return performance.now() - begun;
}

export const restoreKilled: FaultClass = {
  fault: 'restore-killed',
  what: '`npm run restore` killed (SIGKILL) at a random moment before it has ended, in turn into SQLite and PostgreSQL, and done again: then everything is there, once.',
  run: run =>
    withFilled(async filled => {
      const cluster = await Cluster.start();
      const newPlaces = [() => sqlitePlace(), () => postgresPlace(cluster)];
      let total = nothing;
      try {
        const times: number[] = [];
        for (const newPlace of newPlaces) times.push(await timeRestore(filled, await newPlace()));
        for (const count of run.tries(4, 60)) {
          const engine = count % newPlaces.length;
          const to = await (newPlaces[engine] ?? sqlitePlace)();
          total = sum(total, await killRestore(filled, to, times[engine] ?? 0, run));
        }
        return total;
      } finally {
        await cluster.stop();
      }
    }),
};

/** Too little room for a back-up, or for one more byte; said in words, and nothing is left behind. */
async function fillUp({ place, prison, sent }: Filled, disk: SmallDisk, run: Run): Promise<Tally> {
  await disk.fill(between(0, 40) * 4096);
  const file = join(disk.folder, 'a.backup');
  const refused = await runCommand('backup', place, file);
  const named = refused.code === 1 && refused.errors.includes('there is no room left');
  if (!named) run.note(`on a full disk it ended with ${refused.code}: ${refused.errors.trim()}`);
  const left = (await readdir(disk.folder)).filter(name => name !== 'ballast');
  if (left.length > 0) run.note(`it left ${left.join(', ')} on the full disk`);
  await disk.free();
  const after = await runCommand('backup', place, file);
  if (after.code !== 0) run.note(`with room it ended with ${after.code}: ${after.errors.trim()}`);
  await rm(file, { force: true });
  const damaged = [!named, left.length > 0, after.code !== 0].filter(Boolean).length;
  return sum({ tries: 1, damaged }, await inspect(place, prison, sent, run));
}

export const backupDiskFull: FaultClass = {
  fault: 'backup-disk-full',
  what: 'The disk of the back-ups is full, to the last byte or nearly: it says that there is no room left, leaves nothing behind, and succeeds once there is room.',
  hindrance: mountHindrance,
  run: run =>
    withFilled(async filled => {
      const disk = await SmallDisk.make(16);
      let total = nothing;
      try {
        for (const _ of run.tries(2, 40)) total = sum(total, await fillUp(filled, disk, run));
        // Each try looked at the same receipts.
        return { ...total, acknowledged: filled.sent.length };
      } finally {
        await disk.remove();
      }
    }),
};
