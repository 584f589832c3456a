import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { settingsOf, sqlitePlace } from '../harness/place.ts';
import { straceHindrance } from '../harness/strace.ts';
import type { PlantedBug } from '../harness/tally.ts';
import { inPlace, killServers } from '../server/killed.ts';
import { everyCall } from '../server/syscalls.ts';

/** The settings with which a server, in each of its threads, loads a file before anything of its own. */
const loading = (name: string) => ({
  NODE_OPTIONS: `--import ${pathToFileURL(join(import.meta.dirname, `${name}.ts`))}`,
});

export const earlyReceipts: PlantedBug = {
  name: 'early-receipts',
  inClass: 'server-killed',
  what: 'Receipts leave up to 0.3 seconds before what they promise is committed.',
  async run(run) {
    const place = await sqlitePlace();
    const settings = settingsOf(place, loading('early-receipts'));
    return inPlace(run, place, scene => killServers(scene, run.tries(3, 6), settings));
  },
};

export const unflushed: PlantedBug = {
  name: 'unflushed',
  inClass: 'syscall-kills',
  what: 'SQLite flushes nothing (`synchronous=OFF`) and tells the server’s own check that it does.',
  hindrance: straceHindrance,
  run: run => everyCall(run, 'signal=SIGKILL', loading('unflushed')),
};

export const deaf: PlantedBug = {
  name: 'deaf-to-failure',
  inClass: 'syscall-fails',
  what: 'A commit that failed is taken for one that did not.',
  hindrance: straceHindrance,
  run: run => everyCall(run, 'error=EIO', loading('deaf')),
};
