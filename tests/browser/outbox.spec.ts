import { cp, mkdtemp, readdir, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Failure } from '../../kiosk/store/types.ts';
import { demonstrationPassword } from '../../server/demonstration/staff.ts';
import { type Browser, copyDemonstration, expect, test } from '../helpers/browser.ts';
import { charo, wekesa } from '../helpers/kiosk-person.ts';
import { freePort, ServerProcess } from '../helpers/server-process.ts';
import {
  complain,
  newComplaint,
  nudge,
  openEngine,
  openSetUp,
  said,
  send,
  state,
  untilDelivered,
  untilEnrolled,
} from '../kiosk/engine-page/hand.ts';
import { changeItem, counters, emptyTables, items, kioskOf } from '../kiosk/engine-page/look.ts';

/**
 * The outbox in a real Chromium on a real disk, against a real server: what is acknowledged arrives, once.
 * Over 300 lines because these tests share one server, whose start takes longer than most of them.
 */
let server: ServerProcess;

test.describe.configure({ mode: 'default' });

test.beforeAll(async () => {
  server = new ServerProcess(await freePort(), await mkdtemp(join(tmpdir(), 'sauti-outbox-')));
  await copyDemonstration(server.dataDir);
  await server.start();
});

test.afterAll(async () => {
  await server.stop();
  await rm(server.dataDir, { recursive: true, force: true });
});

/** Enrolled and with the prison's settings. */
const openKiosk = (browser: Browser) => openSetUp(browser, server.origin);

/** Ids that the server has taken in from a kiosk, by sequence. */
function takenIn(kiosk: string): { id: string; sequence: number }[] {
  const database = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    const query = 'select id, sequence from intake where kiosk_id = ? order by sequence';
    return database.prepare(query).all(kiosk) as unknown as { id: string; sequence: number }[];
  } finally {
    database.close();
  }
}

const databaseFolder = (browser: Browser) =>
  join(browser.profile, 'Default', 'IndexedDB', `http_localhost_${server.port}.indexeddb.leveldb`);

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

test('nothing said, and nobody’s number or PIN, ever stands in the browser’s files', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
  await server.stop();
  const text = 'maharagwe mabichi sana';
  const sent = await page.evaluate(
    async ([form, number, pin]) => {
      const { person } = (await kioskStore.signIn(number, pin)) as Exclude<
        Awaited<ReturnType<typeof kioskStore.signIn>>,
        { ok: true }
      >;
      return kioskStore.send(form, person);
    },
    [{ ...(await newComplaint(page)), text }, charo.number, charo.pin] as const,
  );
  expect(sent.ok).toBe(true);
  const [item] = await items(page);
  await browser.kill();
  await server.start();
  const secrets = [text, charo.number, charo.pin, said.problem];
  let seen = 0;
  for (const file of await filesUnder(browser.profile)) {
    const bytes = await readFile(file);
    if (item && bytes.includes(item.hash)) seen += 1;
    const found = secrets.filter(
      word => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')),
    );
    // The build itself, in the worker's cache, names every problem; nothing else may.
    if (!file.includes('Cache')) expect({ file, found }).toEqual({ file, found: [] });
  }
  expect(seen, 'the item was found on the disk, so the search looked in the right place').toBeGreaterThan(0);
});

test('one form is one item with one receipt, however often and however fast it is sent', async ({
  newBrowser,
}) => {
  const page = await openKiosk(await newBrowser());
  const form = await newComplaint(page);
  const receipts = await page.evaluate(
    async one => [
      ...(await Promise.all([kioskStore.send(one, 'nameless'), kioskStore.send(one, 'nameless')])),
      await kioskStore.send(one, 'nameless'),
    ],
    form,
  );
  expect(receipts[0]).toMatchObject({ ok: true, receipt: { sequence: 1 } });
  expect(new Set(receipts.map(receipt => JSON.stringify(receipt))).size).toBe(1);
  await untilDelivered(page);
  expect(takenIn(await kioskOf(page))).toEqual([{ id: form.id, sequence: 1 }]);
  expect(await page.evaluate(id => kioskStore.receiptState(id), form.id)).toBe('received');
});

test('a yes that is not the server’s own receipt for this very item delivers nothing', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
  await complain(page);
  await untilDelivered(page);
  const [first] = await items(page);
  const strangers = [
    { status: 200, contentType: 'text/html', body: '<h1>Sign in to the network</h1>' },
    { status: 200, contentType: 'application/json', body: '{"ok":true}' },
    { status: 200, contentType: 'application/json', body: first?.receipt ?? '' },
    { status: 413, contentType: 'text/html', body: 'Too large' },
  ];
  for (const stranger of strangers) {
    let asked = 0;
    await browser.context.route('**/api/intake', route => {
      asked += 1;
      return route.fulfill(stranger);
    });
    const form = await newComplaint(page);
    await send(page, form);
    await expect.poll(() => asked).toBeGreaterThan(0);
    await expect
      .poll(async () => (await items(page)).find(item => item.id === form.id))
      .toMatchObject({
        state: 'waiting',
      });
    await browser.context.unroute('**/api/intake');
  }
  await untilDelivered(page);
  expect(takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual([1, 2, 3, 4, 5]);
});

test('an item that the server refuses is set aside and holds nobody up', async ({ newBrowser }) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
  await browser.context.route('**/api/intake', route => route.abort());
  const bad = await newComplaint(page);
  await send(page, bad);
  await complain(page);
  const [first] = await items(page);
  const sealed = first?.body.indexOf('"sealed":"v1') ?? -1;
  const place = sealed + 40;
  const letter = first?.body[place] === 'A' ? 'B' : 'A';
  await changeItem(page, bad.id, {
    body: `${first?.body.slice(0, place)}${letter}${first?.body.slice(place + 1)}`,
  });
  await browser.context.unroute('**/api/intake');
  await untilDelivered(page);
  expect((await items(page)).map(item => [item.sequence, item.state, item.refusal])).toEqual([
    [1, 'quarantined', 'hash-wrong'],
    [2, 'received', undefined],
  ]);
  expect(await state(page)).toMatchObject({ waiting: 0, quarantined: 1 });
  expect(await page.evaluate(id => kioskStore.receiptState(id), bad.id)).toBe('quarantined');
  expect(takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual([2]);
});

test('two tabs number and push together, and every item arrives once under its own number', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
  const other = await browser.context.newPage();
  await other.goto(page.url());
  await untilEnrolled(other);
  let posts = 0;
  let reachable = false;
  await browser.context.route('**/api/intake', route => {
    if (!reachable) return route.abort();
    posts += 1;
    return route.continue();
  });
  const numbers = await Promise.all(
    [page, other].map(tab =>
      tab.evaluate(async one => {
        const given: number[] = [];
        for (let count = 0; count < 8; count += 1) {
          const sent = await kioskStore.send({ ...one, ...kioskStore.newForm() }, 'nameless');
          if (sent.ok) given.push(sent.receipt.sequence);
        }
        return given;
      }, said),
    ),
  );
  const expected = Array.from({ length: 16 }, (_, index) => index + 1);
  expect(numbers.flat().toSorted((a, b) => a - b)).toEqual(expected);
  reachable = true;
  await Promise.all([untilDelivered(page), untilDelivered(other)]);
  expect(takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual(expected);
  expect(posts).toBe(16);
});

test('half a record at the end of the database’s log, as a power cut leaves it, costs nothing', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  let page = await openKiosk(browser);
  await server.stop();
  for (let count = 0; count < 3; count += 1) await complain(page);
  await browser.kill();
  const logs = (await readdir(databaseFolder(browser))).filter(name => name.endsWith('.log'));
  const log = join(databaseFolder(browser), logs.toSorted().at(-1) ?? '');
  await truncate(log, (await readFile(log)).length - 100);
  await server.start();
  // The start after it reads past the half record, and used to write behind it.
  page = await openEngine(browser, server.origin);
  const kiosk = await kioskOf(page);
  await server.stop();
  await complain(page);
  await browser.kill();
  await server.start();
  // The start after that used to find the damage in the middle and begin an empty database.
  page = await openEngine(browser, server.origin);
  await untilDelivered(page);
  expect(await kioskOf(page)).toBe(kiosk);
  expect(takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3, 4]);
});

test('a database that the browser emptied gets back what no server had, and delivers it', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  let page = await openKiosk(browser);
  const kiosk = await kioskOf(page);
  await complain(page);
  await untilDelivered(page);
  await server.stop();
  await complain(page);
  await complain(page);
  await browser.close();
  await rm(databaseFolder(browser), { recursive: true });
  await server.start();
  page = await openEngine(browser, server.origin);
  await untilDelivered(page);
  expect(takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3]);
  // The keys are gone for good: this is another kiosk now, and no number of the old one is given out again.
  expect(await kioskOf(page)).not.toBe(kiosk);
  expect(await complain(page)).toBe(1);
});

test('a counter that was lost goes on from its copy, and from what the server has', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
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
  const page = await openKiosk(await newBrowser());
  const kiosk = await kioskOf(page);
  await complain(page);
  await untilDelivered(page);
  await server.stop();
  const backup = await mkdtemp(join(tmpdir(), 'sauti-backup-'));
  await cp(server.dataDir, backup, { recursive: true });
  await server.start();
  await complain(page);
  await complain(page);
  await untilDelivered(page);
  await server.stop();
  await rm(server.dataDir, { recursive: true });
  await cp(backup, server.dataDir, { recursive: true });
  await rm(backup, { recursive: true });
  await server.start();
  expect(takenIn(kiosk).map(row => row.sequence)).toEqual([1]);
  await nudge(page);
  await expect.poll(() => takenIn(kiosk).map(row => row.sequence)).toEqual([1, 2, 3]);
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
  const page = await openKiosk(await newBrowser());
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
  const page = await openKiosk(browser);
  const other = await browser.context.newPage();
  await other.goto(`${server.origin}/healthz`);
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
  expect(takenIn(await kioskOf(page))).toEqual([{ id: form.id, sequence: 1 }]);
});

/** The officer in charge revokes a kiosk, as the panel does it. */
async function revoke(kiosk: string): Promise<void> {
  const post = (path: string, cookie: string, body: object | null) =>
    fetch(server.origin + path, {
      method: 'POST',
      headers: {
        ...(body ? { 'content-type': 'application/json' } : {}),
        cookie,
        'sauti-panel': '1',
      },
      body: body && JSON.stringify(body),
    });
  const who = { username: 'officer-in-charge', password: demonstrationPassword };
  const signedIn = await post('/api/staff/sign-in', '', who);
  const cookie = signedIn.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '';
  expect((await post(`/api/kiosks/${kiosk}/revoke`, cookie, null)).status).toBe(200);
}

test('a revoked kiosk takes nothing more, delivers what it holds, and stays revoked when it stands alone', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await openKiosk(browser);
  const kiosk = await kioskOf(page);
  await browser.context.route('**/api/intake', route => route.abort());
  await complain(page);
  await revoke(kiosk);
  await browser.context.unroute('**/api/intake');
  await untilDelivered(page);
  await expect.poll(() => state(page)).toMatchObject({ phase: 'revoked', waiting: 0 });
  expect(takenIn(kiosk).map(row => row.sequence)).toEqual([1]);
  expect(await send(page, await newComplaint(page))).toEqual({ ok: false, problem: 'not-enrolled' });
  await browser.context.route('**/api/**', route => route.abort());
  await page.reload();
  await expect.poll(() => state(page)).toMatchObject({ phase: 'revoked', online: false });
});

test('whoever is signed out is nobody, and a wrong PIN keeps no complaint back', async ({ newBrowser }) => {
  const page = await openKiosk(await newBrowser());
  const tried = await page.evaluate(
    async ([form, number, pin]) => {
      const right = await kioskStore.signIn(number, pin);
      if (right.ok !== true) throw new Error('did not sign in');
      const own = await kioskStore.ownSubmissions(right.person);
      await kioskStore.signOut();
      await kioskStore.signOut();
      const wrong = await kioskStore.signIn(number, '000000');
      if (wrong.ok !== false) throw new Error('signed in with a wrong PIN');
      return {
        own: own.ok,
        held: Object.keys(right.person).toSorted(),
        ownAfter: await kioskStore.ownSubmissions(right.person),
        sendAfter: await kioskStore.send({ ...form, ...kioskStore.newForm() }, right.person),
        problem: wrong.problem,
        sendWrong: (await kioskStore.send(form, wrong.person)).ok,
      };
    },
    [await newComplaint(page), wekesa.number, wekesa.pin] as const,
  );
  const refused: Failure = { ok: false, problem: 'session-needed', retryAfter: null };
  expect(tried).toEqual({
    own: true,
    held: ['claims', 'class', 'kind', 'last'],
    ownAfter: refused,
    sendAfter: { ok: false, problem: 'signed-out' },
    problem: 'sign-in-wrong',
    sendWrong: true,
  });
});
