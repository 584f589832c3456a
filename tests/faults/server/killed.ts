import { between, pause, until } from '../harness/chance.ts';
import { Cluster } from '../harness/cluster.ts';
import { inspect } from '../harness/inspect.ts';
import { Load } from '../harness/load.ts';
import { type Place, postgresPlace, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

const kiosks = 6;
/** More than a server takes before it is killed. */
const itemsAtHand = 1_200;
/** A new database now and then: reading all of it after every try would soon be all that is done. */
const triesInPlace = 20;

export interface Scene {
  readonly place: Place;
  readonly prison: Prison;
  readonly load: Load;
  readonly run: Run;
}

/** Runs `work` over a new prison in a place; removes the place. */
export async function inPlace<T>(run: Run, place: Place, work: (scene: Scene) => Promise<T>): Promise<T> {
  const prison = await found(place, kiosks);
  const load = new Load(prison);
  try {
    return await work({ place, prison, load, run });
  } finally {
    load.close();
    await place.remove();
  }
}

/** Everything that was ever sent is taken in the end, and stands where it must. */
async function finish({ place, prison, load, run }: Scene, port: number): Promise<Tally> {
  await load.drain(port);
  return { ...nothing, ...(await inspect(place, prison, load.sent, run)) };
}

/** One database, and the server over it killed so many times under load. */
export async function killServers(
  scene: Scene,
  tries: Iterable<number>,
  settings = settingsOf(scene.place),
): Promise<Tally> {
  const { place, prison, load, run } = scene;
  let worst = nothing;
  for (const _ of tries) {
    await load.seal(Math.max(0, itemsAtHand - load.waiting));
    const server = await ServerProcess.startWell(settings);
    load.begin(server.port);
    await pause(between(5, 900));
    await server.stop('SIGKILL');
    await load.end();
    const { lost, duplicated, damaged } = await inspect(place, prison, load.sent, run);
    worst = sum(worst, { tries: 1, lost, duplicated, damaged });
  }
  const server = await ServerProcess.startWell(settingsOf(place));
  const last = await finish(scene, server.port);
  await server.stop('SIGTERM');
  return sum(worst, last);
}

/** The next twenty tries, begun with one that was drawn already; the others stay for another place. */
function* someOf(first: number, rest: Generator<number>): Generator<number> {
  yield first;
  for (let count = 1; count < triesInPlace; count += 1) {
    const { value, done } = rest.next();
    if (done) return;
    yield value;
  }
}

async function inPlaces(run: Run, tries: Generator<number>, newPlace: () => Promise<Place>): Promise<Tally> {
  let total = nothing;
  for (let next = tries.next(); !next.done; next = tries.next()) {
    const some = someOf(next.value, tries);
    total = sum(total, await inPlace(run, await newPlace(), scene => killServers(scene, some)));
  }
  return total;
}

export const serverKilled: FaultClass = {
  fault: 'server-killed',
  what: 'The server process killed (SIGKILL) at a random moment while 6 kiosks send over 24 connections; SQLite.',
  run: run => inPlaces(run, run.tries(5, 200), () => sqlitePlace()),
};

export const serverKilledOnPostgres: FaultClass = {
  fault: 'server-killed-postgres',
  what: 'The same with the data in PostgreSQL.',
  async run(run) {
    const cluster = await Cluster.start();
    try {
      return await inPlaces(run, run.tries(3, 200), () => postgresPlace(cluster));
    } finally {
      await cluster.stop();
    }
  },
};

/** The database dies under a server that stays, in turn all of it and one process; the server must find back. */
async function killPostgres(scene: Scene, cluster: Cluster): Promise<Tally> {
  const { place, prison, load, run } = scene;
  const server = await ServerProcess.startWell(settingsOf(place));
  let worst = nothing;
  for (const count of run.tries(4, 60)) {
    await load.seal(Math.max(0, itemsAtHand - load.waiting));
    const before = load.sent.length;
    load.begin(server.port);
    await until('something is taken in', () => load.sent.length > before);
    await pause(between(0, 600));
    if (count % 2 === 0) {
      await cluster.kill();
      await cluster.startAgain();
    } else await cluster.killOneBackend();
    const held = load.sent.length;
    await until(
      'the server takes in again',
      () => load.sent.length > held + 100 || load.waiting === 0,
      240_000,
    );
    await load.end();
    const { lost, duplicated, damaged } = await inspect(place, prison, load.sent, run);
    worst = sum(worst, { tries: 1, lost, duplicated, damaged });
  }
  const last = await finish(scene, server.port);
  await server.stop('SIGTERM');
  return sum(worst, last);
}

export const postgresKilled: FaultClass = {
  fault: 'postgres-killed',
  what: 'PostgreSQL itself killed (SIGKILL) under the same load, in turn every process of it and one that serves a connection; the server stays and goes on.',
  async run(run) {
    const cluster = await Cluster.start();
    try {
      const place = await postgresPlace(cluster);
      return await inPlace(run, place, scene => killPostgres(scene, cluster));
    } finally {
      await cluster.stop();
    }
  },
};
