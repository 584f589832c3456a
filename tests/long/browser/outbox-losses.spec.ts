import { cp, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '../../helpers/browser.ts';
import { OutboxLab } from '../../helpers/outbox-lab.ts';
import {
  complain,
  newComplaint,
  nudge,
  openEngine,
  send,
  untilDelivered,
  untilEnrolled,
} from '../../kiosk/engine-page/hand.ts';
import { changeItem, counters, emptyTables, items, keysOf, kioskOf } from '../../kiosk/engine-page/look.ts';

/** What a kiosk, a browser or a server can lose, and how the rest brings it back. */
const lab = OutboxLab.forThisFile();

test('half a record at the end of the database’s log, as a power cut leaves it, costs nothing', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  let page = await lab.openKiosk(browser);
  await lab.server.stop();
  for (let count = 0; count < 3; count += 1) await complain(page);
  await browser.kill();
  const logs = (await readdir(lab.databaseFolder(browser))).filter(name => name.endsWith('.log'));
  const log = join(lab.databaseFolder(browser), logs.toSorted().at(-1) ?? '');
  await truncate(log, (await readFile(log)).length - 100);
  await lab.server.start();
  // The start after it reads past the half record, and used to write behind it.
  page = await openEngine(browser, lab.server.origin);
  const kiosk = await kioskOf(page);
  await lab.server.stop();
  await complain(page);
  await browser.kill();
  await lab.server.start();
  // The start after that used to find the damage in the middle and begin an empty database.
  page = await openEngine(browser, lab.server.origin);
  await untilDelivered(page);
  expect(await kioskOf(page)).toBe(kiosk);
  expect(lab.takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3, 4]);
});

test('a database that the browser emptied gets back what no server had, and delivers it', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  let page = await lab.openKiosk(browser);
  const kiosk = await kioskOf(page);
  await complain(page);
  await untilDelivered(page);
  await lab.server.stop();
  await complain(page);
  await complain(page);
  await browser.close();
  await rm(lab.databaseFolder(browser), { recursive: true });
  await lab.server.start();
  page = await openEngine(browser, lab.server.origin);
  await untilDelivered(page);
  expect(lab.takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3]);
  // The keys are gone for good: this is another kiosk now, and no number of the old one is given out again.
  expect(await kioskOf(page)).not.toBe(kiosk);
  expect(await complain(page)).toBe(1);
});

test('a counter that was lost goes on from its copy, and from what the server has', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
  const again = async () => {
    await page.reload();
    await untilEnrolled(page);
  };
  await complain(page);
  await complain(page);
  await untilDelivered(page);
  await emptyTables(page, 'sauti-outbox', 'items', 'counters');
  await again();
  expect(await complain(page)).toBe(3);
  await untilDelivered(page);
  await emptyTables(page, 'sauti-outbox', 'items', 'counters');
  await emptyTables(page, 'sauti-public', 'kept');
  await again();
  await expect.poll(async () => (await counters(page))[0]?.sequence).toBe(3);
  expect(await complain(page)).toBe(4);
});

test('a server that was put back to an older state is sent again what it had receipted', async ({
  newBrowser,
}) => {
  const page = await lab.openKiosk(await newBrowser());
  const kiosk = await kioskOf(page);
  await complain(page);
  await untilDelivered(page);
  await lab.server.stop();
  const backup = await mkdtemp(join(tmpdir(), 'sauti-backup-'));
  await cp(lab.server.dataDir, backup, { recursive: true });
  await lab.server.start();
  await complain(page);
  await complain(page);
  await untilDelivered(page);
  await lab.server.stop();
  await rm(lab.server.dataDir, { recursive: true });
  await cp(backup, lab.server.dataDir, { recursive: true });
  await rm(backup, { recursive: true });
  await lab.server.start();
  expect(lab.takenIn(kiosk).map(row => row.sequence)).toEqual([1]);
  await nudge(page);
  await expect.poll(() => lab.takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3]);
  await untilDelivered(page);
  expect(
    (await items(page)).map(item => [item.sequence, item.state, item.formerReceipts?.length ?? 0]),
  ).toEqual([
    [1, 'received', 0],
    [2, 'received', 1],
    [3, 'received', 1],
  ]);
});

test('an item is let go thirty days after its receipt, not a day earlier', async ({ newBrowser }) => {
  const page = await lab.openKiosk(await newBrowser());
  for (let count = 0; count < 3; count += 1) await complain(page);
  await untilDelivered(page);
  const [first, second] = await items(page);
  const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
  await changeItem(page, first?.id ?? '', { receivedAt: daysAgo(30.1) });
  await changeItem(page, second?.id ?? '', { receivedAt: daysAgo(29.9) });
  await nudge(page);
  await expect.poll(async () => (await items(page)).map(item => item.sequence)).toEqual([2, 3]);
  expect(await counters(page)).toMatchObject([{ sequence: 3, letGo: 1 }]);
});

test('a database that is taken away says so, keeps nothing by half, and goes on when it is back', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
  const other = await browser.context.newPage();
  await other.goto(`${lab.server.origin}/healthz`);
  // Another tab upgrades the database and takes its time.
  await other.evaluate(
    () =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('sauti-outbox', 1_000);
        opening.onupgradeneeded = () => {
          const items = opening.transaction?.objectStore('items');
          const busy = () => {
            if (document.title === 'done' || !items) return;
            items.count().onsuccess = busy;
          };
          busy();
          resolve();
        };
        opening.onsuccess = () => opening.result.close();
      }),
  );
  await page.waitForFunction(() => kioskStore.liveState().get().phase === 'database-closed');
  const form = await newComplaint(page);
  expect(await send(page, form)).toEqual({ ok: false, problem: 'database-closed' });
  expect(await page.evaluate(id => kioskStore.receiptState(id), form.id)).toBe('unknown');
  await other.evaluate(() => {
    document.title = 'done';
  });
  await untilEnrolled(page);
  expect(await send(page, form)).toMatchObject({ ok: true, receipt: { sequence: 1 } });
  await untilDelivered(page);
  expect(lab.takenIn(await kioskOf(page))).toEqual([{ id: form.id, sequence: 1 }]);
});

test('a wipe that a power cut breaks off is finished at the next start, also without the server', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
  const kiosk = await kioskOf(page);
  expect(await keysOf(page)).toMatchObject([{ kiosk, usable: true }]);
  await lab.server.stop();
  // As far as it had come: what says that it began, and no further.
  await page.evaluate(
    id =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open('sauti-public');
        opening.onsuccess = () => {
          const work = opening.result.transaction('kept', 'readwrite');
          const kept = work.objectStore('kept');
          kept.delete('settings');
          kept.put({ name: 'kiosk', value: { id, name: '', prison: '', revoked: true } });
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    kiosk,
  );
  await page.reload();
  await expect.poll(() => keysOf(page)).toEqual([{ kiosk, usable: false, prison: '' }]);
  await lab.server.start();
});
