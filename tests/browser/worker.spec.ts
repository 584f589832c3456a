import { createHash } from 'node:crypto';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question, Status } from '../../kiosk/worker/protocol.ts';
import { readConfig } from '../../server/config.ts';
import { openServer, type Server } from '../../server/server.ts';
import { expect, type Page, test } from '../helpers/browser.ts';

/** The service worker as it is built, with real builds served by a real server and taken from it again. */
const root = join(import.meta.dirname, '..', '..');
const built = join(root, 'dist', 'kiosk');

interface Listed {
  readonly url: string;
  readonly hash: string;
  readonly bytes: number;
}

const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url');

let folder: string;
let dist: string;
let port = 0;
let server: Server | null = null;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sauti-worker-'));
  dist = join(folder, 'dist');
  await cp(join(root, 'dist'), dist, { recursive: true });
  port = 0;
});

test.afterEach(async () => {
  await stopServer();
  await rm(folder, { recursive: true, force: true });
});

async function startServer(): Promise<string> {
  const config = readConfig({ SAUTI_DEMO: '0', DATA_DIR: join(folder, 'data') }, root);
  server = await openServer({ ...config, dist }, { onTrouble: error => expect(error).toBeUndefined() });
  await server.app.listen({ port, host: '127.0.0.1' });
  const address = server.app.server.address();
  port = typeof address === 'object' && address ? address.port : 0;
  return `http://localhost:${port}`;
}

async function stopServer(): Promise<void> {
  server?.app.server.closeAllConnections();
  await server?.close();
  server = null;
}

/** Puts another build in place of the one that is served: the same kiosk with a mark in its page. */
async function putBuild(name: string, change: (page: string) => string = page => page): Promise<void> {
  const kiosk = join(dist, 'kiosk');
  await rm(kiosk, { recursive: true });
  await cp(built, kiosk, { recursive: true });
  const page = await readFile(join(kiosk, 'index.html'), 'utf8');
  const marked = change(page.replace('</head>', `<meta name="mark" content="${name}"></head>`));
  await writeFile(join(kiosk, 'index.html'), marked);
  const list = JSON.parse(await readFile(join(kiosk, 'build.json'), 'utf8')) as { files: Listed[] };
  const files = list.files.map(file =>
    file.url === '/index.html'
      ? { ...file, hash: digest(Buffer.from(marked)), bytes: Buffer.byteLength(marked) }
      : file,
  );
  await writeFile(join(kiosk, 'build.json'), JSON.stringify({ id: name, files }));
}

async function swapBuild(name: string, change?: (page: string) => string): Promise<void> {
  await stopServer();
  await putBuild(name, change);
  await startServer();
}

const ask = (page: Page, question: Question): Promise<Status> =>
  page.evaluate(
    asked =>
      new Promise<Status>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = event => resolve(event.data as Status);
        const worker = navigator.serviceWorker.controller;
        if (worker) worker.postMessage(asked, [port2]);
        else reject(new Error('no worker is in control'));
      }),
    question,
  );

const mark = (page: Page) => page.locator('meta[name=mark]').getAttribute('content');
const caches = (page: Page) =>
  page.evaluate(async () =>
    (await globalThis.caches.keys()).filter(name => name.startsWith('sauti-build-')).toSorted(),
  );

/** The page is up, the worker holds its build and knows that it runs. */
async function untilRunning(page: Page, build: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect(page.locator('[data-screen]').first()).toBeVisible();
  await expect.poll(() => ask(page, { type: 'status' })).toMatchObject({ build });
  // "It runs" is said after the first paint; the old build's files go with it.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await (await globalThis.caches.open('sauti-pointer')).match('/pointer');
        return ((await kept?.json()) as { unproven: number } | undefined)?.unproven;
      }),
    )
    .toBe(0);
}

test('every file that the build lists is what the server serves, and the worker belongs to no build', async () => {
  const origin = await startServer();
  const { files } = JSON.parse(await readFile(join(built, 'build.json'), 'utf8')) as { files: Listed[] };
  for (const { url, hash, bytes } of files) {
    const served = Buffer.from(await (await fetch(origin + url)).arrayBuffer());
    expect({ url, bytes: served.length, hash: digest(served) }).toEqual({ url, bytes, hash });
  }
  const listed = new Set(files.map(file => file.url));
  for (const name of await readdir(join(built, 'assets'))) expect(listed).toContain(`/assets/${name}`);
  const worker = await readFile(join(built, 'sw.js'), 'utf8');
  expect(worker).not.toMatch(/\bimport\b|importScripts|-[A-Za-z0-9_-]{8}\.(js|css)/);
});

test('after the first visit the kiosk starts with the server gone, and the panel is not the worker’s', async ({
  newBrowser,
}) => {
  await putBuild('a');
  const origin = await startServer();
  const browser = await newBrowser();
  let page = await browser.open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  const panel = await page.goto(`${origin}/admin/`);
  expect(panel?.fromServiceWorker()).toBe(false);
  await browser.kill();
  await stopServer();
  page = await browser.open();
  const loaded = await page.goto(origin);
  expect(loaded?.fromServiceWorker()).toBe(true);
  expect(loaded?.headers()['content-security-policy']).toContain("default-src 'none'");
  await expect(page.getByRole('button', { name: /Rules/ }).first()).toBeVisible();
  await expect(page.goto(`${origin}/admin/`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
  await expect(page.goto(`${origin}/healthz`)).rejects.toThrow(/ERR_CONNECTION_REFUSED/);
});

test('a new build waits while somebody is at the kiosk, and comes when the first screen rests', async ({
  newBrowser,
}) => {
  await putBuild('a');
  const origin = await startServer();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  await swapBuild('b');
  expect(await ask(page, { type: 'check' })).toEqual({ build: 'a', updateReady: true });
  await page.clock.install();
  await page.reload();
  await untilRunning(page, 'a');
  expect(await mark(page)).toBe('a');
  expect(await caches(page)).toEqual(['sauti-build-a', 'sauti-build-b']);
  // Somebody reads, however long: nothing is taken from under his eyes.
  await page.waitForTimeout(500);
  await page
    .getByRole('button', { name: /^Rules/ })
    .first()
    .click();
  await expect(page.locator('[data-screen]').first()).not.toHaveAttribute('data-screen', 'first');
  await page.clock.fastForward(80_000);
  expect(await mark(page)).toBe('a');
  // Untouched for a minute and a half it goes back to the first screen, which rests and loads itself anew.
  await page.clock.fastForward(11_000);
  await expect.poll(() => mark(page).catch(() => null)).toBe('b');
  await untilRunning(page, 'b');
  // The one before is kept until yet another has run.
  expect(await caches(page)).toEqual(['sauti-build-a', 'sauti-build-b']);
});

test('a build of which one byte is wrong, or a list that is none, changes nothing', async ({
  newBrowser,
}) => {
  await putBuild('a');
  const origin = await startServer();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  await stopServer();
  await putBuild('b');
  const file = join(dist, 'kiosk', 'pictures.svg');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(file, bytes);
  await startServer();
  expect(await ask(page, { type: 'check' })).toEqual({ build: 'a', updateReady: false });
  expect(await caches(page)).toEqual(['sauti-build-a']);
  await writeFile(join(dist, 'kiosk', 'build.json'), '<!doctype html><h1>Sign in to the network</h1>');
  expect(await ask(page, { type: 'check' })).toEqual({ build: 'a', updateReady: false });
  await stopServer();
  await page.reload();
  await untilRunning(page, 'a');
});

test('a build that does not come up is given up for the one before, and not taken again', async ({
  newBrowser,
}) => {
  await putBuild('a');
  const origin = await startServer();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  await swapBuild('b', html => html.replace(/<script[^>]*><\/script>/, ''));
  await ask(page, { type: 'check' });
  expect(await ask(page, { type: 'activate' })).toEqual({ build: 'b', updateReady: false });
  for (let load = 0; load < 3; load += 1) {
    await page.reload();
    expect(await mark(page)).toBe('b');
  }
  await page.reload();
  await untilRunning(page, 'a');
  expect(await ask(page, { type: 'check' })).toEqual({ build: 'a', updateReady: false });
  await swapBuild('c');
  expect(await ask(page, { type: 'check' })).toEqual({ build: 'a', updateReady: true });
});
