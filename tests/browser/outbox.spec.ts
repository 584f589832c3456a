import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Failure } from '../../kiosk/store/types.ts';
import { demonstrationPassword } from '../../server/demonstration/staff.ts';
import { expect, test } from '../helpers/browser.ts';
import { charo, wekesa } from '../helpers/kiosk-person.ts';
import { OutboxLab } from '../helpers/outbox-lab.ts';
import {
  complain,
  newComplaint,
  said,
  send,
  state,
  untilDelivered,
  untilEnrolled,
} from '../kiosk/engine-page/hand.ts';
import { changeItem, items, kioskOf } from '../kiosk/engine-page/look.ts';

/** The outbox in a real Chromium on a real disk, against a real server: what is acknowledged arrives, once. */
const lab = OutboxLab.forThisFile();

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name));
}

test('nothing said, and nobody’s number or PIN, ever stands in the browser’s files', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
  await lab.server.stop();
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
  await lab.server.start();
  // The settings name every problem that can be chosen; that one was chosen stands only in what was said.
  const { problem } = said;
  const chosen = [`"problem":"${problem}"`, `problem"${String.fromCharCode(problem.length)}${problem}`];
  const secrets = [text, charo.number, charo.pin, ...chosen];
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
  const page = await lab.openKiosk(await newBrowser());
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
  expect(lab.takenIn(await kioskOf(page))).toEqual([{ id: form.id, sequence: 1 }]);
  expect(await page.evaluate(id => kioskStore.receiptState(id), form.id)).toBe('received');
});

test('a yes that is not the server’s own receipt for this very item delivers nothing', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
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
  expect(lab.takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual([1, 2, 3, 4, 5]);
});

test('an item that the server refuses is set aside and holds nobody up', async ({ newBrowser }) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
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
  expect(lab.takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual([2]);
});

test('two tabs number and push together, and every item arrives once under its own number', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
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
  expect(lab.takenIn(await kioskOf(page)).map(row => row.sequence)).toEqual(expected);
  expect(posts).toBe(16);
});

/** The officer in charge revokes a kiosk, as the panel does it. */
async function revoke(kiosk: string): Promise<void> {
  const post = (path: string, cookie: string, body: object | null) =>
    fetch(lab.server.origin + path, {
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
  expect((await post(`/api/kiosks/${kiosk}/revoke`, cookie, { reason: 'Taken down.' })).status).toBe(200);
}

test('a revoked kiosk takes nothing more, delivers what it holds, and stays revoked when it stands alone', async ({
  newBrowser,
}) => {
  const browser = await newBrowser();
  const page = await lab.openKiosk(browser);
  const kiosk = await kioskOf(page);
  await browser.context.route('**/api/intake', route => route.abort());
  await complain(page);
  await revoke(kiosk);
  await browser.context.unroute('**/api/intake');
  await untilDelivered(page);
  await expect.poll(() => state(page)).toMatchObject({ phase: 'revoked', waiting: 0 });
  expect(lab.takenIn(kiosk).map(row => row.sequence)).toEqual([1]);
  expect(await send(page, await newComplaint(page))).toEqual({ ok: false, problem: 'not-enrolled' });
  await browser.context.route('**/api/**', route => route.abort());
  await page.reload();
  await expect.poll(() => state(page)).toMatchObject({ phase: 'revoked', online: false });
});

test('whoever is signed out is nobody, and a wrong PIN keeps no complaint back', async ({ newBrowser }) => {
  const page = await lab.openKiosk(await newBrowser());
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
    held: ['claims', 'class', 'kind', 'last', 'reset', 'sex'],
    ownAfter: refused,
    sendAfter: { ok: false, problem: 'signed-out' },
    problem: 'sign-in-wrong',
    sendWrong: true,
  });
});
