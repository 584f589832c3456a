import type { Page } from '@playwright/test';
import { figureOf } from './harness/figure.ts';
import { inTurn } from './harness/rounds.ts';
import { Finger, openKiosk } from './harness/screen/at-kiosk.ts';
import { openStage, throttle } from './harness/screen/stage.ts';
import type { Bench } from './harness/workshop.ts';

const rate = 6;

/**
 * Runs in the page, on the kiosk's own disk: writes one kept item once more, into a database beside the
 * kiosk's, in one strict transaction. Resolves with the milliseconds until that was complete.
 */
async function writeOnce(): Promise<number> {
  const done = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const outbox = await done(indexedDB.open('sauti-outbox'));
  const [item] = await done(outbox.transaction('items').objectStore('items').getAll(null, 1));
  outbox.close();
  if (!item) throw new Error('nothing was kept yet');
  const opening = indexedDB.open('floor');
  opening.onupgradeneeded = () => opening.result.createObjectStore('items');
  const floor = await done(opening);
  const from = performance.now();
  const transaction = floor.transaction('items', 'readwrite', { durability: 'strict' });
  transaction.objectStore('items').put(item, crypto.randomUUID());
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = reject;
  });
  const time = performance.now() - from;
  floor.close();
  return time;
}

async function complainAndSend(page: Page): Promise<number> {
  const finger = new Finger(page);
  await finger.complainNameless();
  const time = await finger.send();
  await finger.done();
  return time;
}

/** From the last tap to the receipt: sealed, signed, numbered, on the disk, read back, on the screen. */
export const seal: Bench = {
  name: 'seal',
  async run({ rounds, report }) {
    const stage = await openStage();
    try {
      const browser = await stage.newBrowser();
      const page = await openKiosk(browser, stage.server.origin);
      await throttle(page, rate);
      await complainAndSend(page);
      report(
        figureOf(
          {
            bench: 'seal',
            case: `${rate}× slower processor`,
            unit: 'ms',
            goal: { of: 'excess', better: 'less', must: 60, aim: 25 },
            note: 'last tap to the receipt painted, sealed and strictly durable; floor: one strict IndexedDB transaction of the same item',
          },
          await inTurn(
            rounds,
            () => page.evaluate(writeOnce),
            () => complainAndSend(page),
          ),
        ),
      );
    } finally {
      await stage.close();
    }
  },
};
