import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import words from '../../../locales/en/kiosk.json' with { type: 'json' };
import { between, pause, until } from '../harness/chance.ts';
import type { KioskBrowser } from '../harness/kiosk-browser.ts';
import {
  arrivedCodes,
  countArrivals,
  inDatabase,
  type KioskScene,
  withKiosk,
} from '../harness/kiosk-scene.ts';
import { mountHindrance, SmallDisk } from '../harness/mounts.ts';
import { type FaultClass, nothing, type Run, sum, type Tally } from '../harness/tally.ts';

type Connections = { connections: IDBDatabase[] };

/** In the page: keeps every database that is opened, so that it can be taken away. */
const keepConnections = () => {
  const kept: IDBDatabase[] = [];
  (globalThis as unknown as Connections).connections = kept;
  const open = IDBFactory.prototype.open;
  IDBFactory.prototype.open = function (name, version) {
    const opening = version === undefined ? open.call(this, name) : open.call(this, name, version);
    opening.addEventListener('success', () => kept.push(opening.result));
    return opening;
  };
};

const closeAll = () => {
  for (const connection of (globalThis as unknown as Connections).connections.splice(0)) connection.close();
};

export const kioskDatabaseClosed: FaultClass = {
  fault: 'kiosk-database-closed',
  lane: 'kiosk',
  what: 'The kiosk’s databases are closed under it, just before or just after the tap on Send: it shows no receipt, or a true one, and goes on by itself.',
  run: run =>
    withKiosk(async scene => {
      const { kiosk, origin } = scene;
      kiosk.beforePage = [keepConnections];
      await kiosk.setUp(origin);
      let tries = 0;
      for (const count of run.tries(2, 25)) {
        await kiosk.answerAll();
        if (count % 2 === 0) await kiosk.page.evaluate(closeAll);
        const sending = kiosk.sendUntilReceipt();
        if (count % 2 === 1) {
          await pause(between(380, 480));
          await kiosk.page.evaluate(closeAll);
        }
        await sending;
        await kiosk.leaveReceipt();
        tries += 1;
      }
      return sum({ tries }, await countArrivals(scene, run));
    }),
};

/** Enough for a profile and the kiosk in it. */
const megabytes = 400;

/** More complaints than what Chromium has set aside on the disk beforehand takes in. */
const mostThatFit = 12;

/** A full disk closes databases too; either way the kiosk says that it can keep nothing. */
const refusal = ({ page }: KioskBrowser): Locator =>
  page.getByText(words.failure.storageFull).or(page.getByText(words.failure.database)).first();

/** Answers all questions; false if the kiosk says instead that it can keep nothing. */
async function answerUnlessFull(kiosk: KioskBrowser): Promise<boolean> {
  const answering = kiosk.answerAll().then(() => true);
  const refusing = refusal(kiosk)
    .waitFor()
    .then(() => false);
  // Whichever comes second gives up by itself, and nobody asks for it.
  return Promise.any([answering, refusing]);
}

/**
 * One complaint after another on a disk that is kept full, until one is not taken: Chromium still writes into what
 * it had set aside before. Answers whether the kiosk met the full disk: it said so, or showed no receipt.
 */
async function complainUntilRefused(kiosk: KioskBrowser, disk: SmallDisk, left: number): Promise<boolean> {
  await kiosk.answerAll();
  await disk.fill(left);
  for (let taken = 0; taken < mostThatFit; taken += 1) {
    const before = kiosk.shown.size;
    const tapped = await kiosk.tapSend().then(
      () => true,
      () => false,
    );
    await pause(2_000);
    if (kiosk.shown.size === before)
      // It may have seen by itself that there is no room, and say so instead of asking for the last tap.
      return tapped || (await refusal(kiosk).count()) > 0;
    await kiosk.leaveReceipt();
    await disk.fillWholly();
    if (!(await answerUnlessFull(kiosk))) return true;
  }
  return false;
}

/**
 * With the server gone: one complaint is kept, the disk fills up, a later one cannot be kept; then there is room
 * again. A try only if the kiosk met the full disk.
 */
async function fillUp(scene: KioskScene, disk: SmallDisk, left: number, run: Run): Promise<Tally> {
  const { kiosk, origin } = scene;
  await scene.stopServer();
  await kiosk.complain();
  await kiosk.leaveReceipt();
  const met = await complainUntilRefused(kiosk, disk, left);
  await disk.fillWholly();
  await pause(between(0, 2_000));
  await kiosk.kill();
  // In turn it starts on the full disk, too.
  if (between(0, 1) === 1) {
    await kiosk.open(origin);
    await pause(between(500, 3_000));
    await kiosk.kill();
  }
  await disk.free();
  await scene.startServer();
  await kiosk.open(origin);
  await until('the kiosk can take complaints again', () => kiosk.canTake(), 60_000);
  return sum({ tries: met ? 1 : 0 }, await countArrivals(scene, run));
}

export const kioskDiskFull: FaultClass = {
  fault: 'kiosk-disk-full',
  lane: 'kiosk',
  what: 'The kiosk’s disk fills up while something waits on it and something is being saved, and the power is cut, sometimes twice; then there is room again. A try is a disk so full that the kiosk showed no receipt. Chromium has granted no persistence here, so it may evict the kiosk’s storage.',
  hindrance: mountHindrance,
  async run(run) {
    let total = nothing;
    for (const count of run.tries(2, 15)) {
      const disk = await SmallDisk.make(megabytes);
      try {
        const work = async (scene: KioskScene) => {
          await scene.kiosk.setUp(scene.origin);
          // First without any room at all, then with a little.
          return fillUp(scene, disk, count === 0 ? 0 : between(0, 4) * 4_096, run);
        };
        total = sum(total, await withKiosk(work, { profile: join(disk.folder, 'profile') }));
      } finally {
        await disk.remove();
      }
    }
    return total;
  },
};

/** In the page: takes the stored complaints away behind the kiosk's back, and everything that copies them. */
const takeItems = (withCounters: boolean) =>
  new Promise<void>((resolve, reject) => {
    localStorage.clear();
    const opening = indexedDB.open('sauti-outbox');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const database = opening.result;
      const stores = withCounters ? ['items', 'counters'] : ['items'];
      const change = database.transaction(stores, 'readwrite');
      for (const store of stores) change.objectStore(store).clear();
      change.oncomplete = () => {
        database.close();
        resolve();
      };
    };
  });

const reported = ({ place }: KioskScene): number =>
  inDatabase(place, "select id from irregularity where kind = 'sequence-missing'").length;

export const kioskStorageCleared: FaultClass = {
  fault: 'kiosk-storage-cleared',
  lane: 'kiosk',
  what: 'What waits in the kiosk is deleted on purpose, in turn with and without its counter: each missing number must be seen and reported. Lost is what is gone and not reported.',
  run: run =>
    withKiosk(async scene => {
      const { kiosk, origin, place } = scene;
      await kiosk.setUp(origin);
      await kiosk.complain();
      await kiosk.leaveReceipt();
      await until('the first one arrives', () => arrivedCodes(place).length === 1);
      let tries = 0;
      for (const count of run.tries(2, 20)) {
        await scene.stopServer();
        await kiosk.complain();
        await kiosk.page.evaluate(takeItems, count % 2 === 1);
        await kiosk.kill();
        await scene.startServer();
        await kiosk.open(origin);
        await until('the missing number is reported', () => reported(scene) > count, 90_000).catch(() =>
          run.note('a missing number was not reported'),
        );
        tries += 1;
      }
      // The next one gets a number that nobody has had.
      await kiosk.complain();
      await until('the last one arrives', () => arrivedCodes(place).length === 2);
      const lost = kiosk.shown.size - arrivedCodes(place).length - reported(scene);
      return { tries, acknowledged: kiosk.shown.size, lost, duplicated: 0, damaged: 0 };
    }),
};
