import { join } from 'node:path';
import { between, pause, until } from '../harness/chance.ts';
import { inspect } from '../harness/inspect.ts';
import { Load } from '../harness/load.ts';
import { mountHindrance, SmallDisk } from '../harness/mounts.ts';
import { type Place, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { attach, detached, straceHindrance } from '../harness/strace.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

/** Room for all that sixty tries bring, so that it is full only when it is made full. */
const megabytes = 512;
const items = 250;

/** The answers that are none of those allowed, each once said. */
export function strangeAnswers(load: Load, allowed: readonly string[], run: Run): number {
  const strange = [...load.refusals].filter(([name]) => !allowed.includes(name));
  for (const [name, times] of strange) run.note(`answered ${name} ${times} times`);
  return strange.length;
}

/** The disk fills up under load to within so many bytes, and is freed again; the server stays. */
async function fillUpOnce(disk: SmallDisk, place: Place, load: Load, run: Run): Promise<number> {
  // A new start begins a new log, which has to grow.
  const server = await ServerProcess.startWell(settingsOf(place));
  await load.seal(items - load.waiting);
  load.begin(server.port);
  await pause(between(0, 100));
  await disk.fill(between(0, 20) * 4096);
  await until('the disk is full for the server', async () => {
    // What it takes in fits into the room that its log has already, for a while.
    if (load.waiting < items / 2) await load.seal(items);
    return load.refusals.has('storage-full') || server.over;
  });
  await disk.fillWholly();
  await pause(between(50, 300));
  await disk.free();
  await until('it takes in again', () => load.waiting === 0 || server.over);
  await load.end();
  if (server.over) throw new Error(`the server ended on a full disk:\n${server.output}`);
  await server.stop('SIGTERM');
  const strange = strangeAnswers(load, ['storage-full'], run);
  load.refusals.clear();
  return strange;
}

async function fillUp(disk: SmallDisk, place: Place, run: Run): Promise<Tally> {
  const prison = await found(place, 4);
  const load = new Load(prison);
  let total = nothing;
  for (const _ of run.tries(4, 60)) {
    const strange = await fillUpOnce(disk, place, load, run);
    const { lost, duplicated, damaged } = await inspect(place, prison, load.sent, run);
    total = sum(total, { tries: 1, lost, duplicated, damaged: damaged + strange });
  }
  load.close();
  return sum(total, { acknowledged: load.sent.length });
}

/** Started on a disk without any room: it runs or says why not, and starts when there is room. */
async function startFull(disk: SmallDisk, place: Place, run: Run): Promise<Tally> {
  await disk.fillWholly();
  const refused = await ServerProcess.start(settingsOf(place));
  const named = !refused.over || refused.output.includes('storage-full');
  if (!named) run.note(`on a full disk the start said: ${refused.output.trim()}`);
  await refused.stop('SIGTERM');
  await disk.free();
  const server = await ServerProcess.startWell(settingsOf(place));
  await server.stop('SIGTERM');
  return { ...nothing, tries: 1, damaged: named ? 0 : 1 };
}

export const diskFull: FaultClass = {
  fault: 'disk-full',
  what: 'The server’s disk (SQLite) fills up under load, to the last byte or nearly, and is freed again; it starts on a full one. The answer is `storage-full`, the server stays, and goes on.',
  hindrance: mountHindrance,
  async run(run) {
    const disk = await SmallDisk.make(megabytes);
    try {
      const place = await sqlitePlace(join(disk.folder, 'data'));
      return sum(await fillUp(disk, place, run), await startFull(disk, place, run));
    } finally {
      await disk.remove();
    }
  },
};

/** Every write fails from now on, as on a disk that the system has made read-only after an error. */
async function turnReadOnly(place: Place, load: Load, run: Run): Promise<number> {
  const server = await ServerProcess.startWell(settingsOf(place));
  load.begin(server.port);
  await until('something is taken in', () => load.sent.length > 0);
  const strace = await attach(
    server.pid,
    place,
    '/dev/null',
    { syscall: 'pwrite64,fsync,fdatasync', n: '1+' },
    'error=EROFS',
  );
  const ended = await server.endsWithin(90_000);
  await load.end();
  await server.stop('SIGKILL');
  await detached(strace);
  // Until it has ended there is no answer, or one that names what it is about.
  const strange = strangeAnswers(load, ['broken', 'storage-read-only', 'unexpected'], run);
  load.refusals.clear();
  if (!ended) run.note('the server went on although nothing could be written');
  return strange + (ended ? 0 : 1);
}

async function readOnlyOnce(disk: SmallDisk, place: Place, run: Run): Promise<Tally> {
  const prison = await found(place, 4);
  const load = new Load(prison);
  await load.seal(items);
  const wrong = await turnReadOnly(place, load, run);
  disk.remount('ro');
  const refused = await ServerProcess.start(settingsOf(place));
  const named = refused.over && /^DATA_DIR .*EROFS/m.test(refused.output);
  if (!named) run.note(`on a read-only disk the start said: ${refused.output.trim()}`);
  await refused.stop('SIGKILL');
  disk.remount('rw');
  const server = await ServerProcess.startWell(settingsOf(place));
  await load.drain(server.port);
  await server.stop('SIGTERM');
  load.close();
  const seen = await inspect(place, prison, load.sent, run);
  return { tries: 2, ...seen, damaged: seen.damaged + wrong + (named ? 0 : 1) };
}

export const diskReadOnly: FaultClass = {
  fault: 'disk-read-only',
  what: 'The server’s disk (SQLite) becomes read-only under load (EROFS from every write), then it is started on a disk mounted read-only: it ends and says why (`DATA_DIR`, read-only); then the disk can be written again.',
  hindrance: () => mountHindrance() ?? straceHindrance(),
  async run(run) {
    let total = nothing;
    for (const _ of run.tries(1, 10)) {
      const disk = await SmallDisk.make(megabytes);
      try {
        total = sum(total, await readOnlyOnce(disk, await sqlitePlace(join(disk.folder, 'data')), run));
      } finally {
        await disk.remove();
      }
    }
    return total;
  },
};
