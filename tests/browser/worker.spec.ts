import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '../helpers/browser.ts';
import {
  ask,
  BuildServer,
  built,
  caches,
  check,
  digest,
  type Listed,
  mark,
  untilRunning,
} from '../helpers/build-server.ts';

/** The service worker as it is built, with real builds served by a real server and taken from it again. */
let builds: BuildServer;

test.beforeEach(async () => {
  builds = await BuildServer.make();
});

test.afterEach(() => builds.remove());

test('every file that the build lists is what the server serves, and the worker belongs to no build', async () => {
  const origin = await builds.start();
  const { files } = JSON.parse(await readFile(join(built, 'build.json'), 'utf8')) as { files: Listed[] };
  for (const { url, hash, bytes } of files) {
    const served = Buffer.from(await (await fetch(origin + url)).arrayBuffer());
    expect({ url, bytes: served.length, hash: digest(served) }).toEqual({ url, bytes, hash });
  }
  const listed = new Set(files.map(file => file.url));
  // A licence is there to be asked for; the kiosk keeps what it needs.
  const needed = (await readdir(join(built, 'assets'))).filter(name => !name.endsWith('-licence.txt'));
  for (const name of needed) expect(listed).toContain(`/assets/${name}`);
  const worker = await readFile(join(built, 'sw.js'), 'utf8');
  expect(worker).not.toMatch(/\bimport\b|importScripts|-[A-Za-z0-9_-]{8}\.(js|css)/);
});

test('after the first visit the kiosk starts with the server gone, and the panel is not the worker’s', async ({
  newBrowser,
}) => {
  await builds.put('a');
  const origin = await builds.start();
  const browser = await newBrowser();
  let page = await browser.open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  const panel = await page.goto(`${origin}/admin/`);
  expect(panel?.fromServiceWorker()).toBe(false);
  await browser.kill();
  await builds.stop();
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
  await builds.put('a');
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  await builds.swap('b');
  expect(await ask(page, check)).toMatchObject({ build: 'a', updateReady: true });
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
  // The one before is kept until this one has run for a day.
  const hours = (count: number) => ask(page, { type: 'ran-on', build: 'b', ms: count * 3_600_000 });
  await hours(23);
  expect(await caches(page)).toEqual(['sauti-build-a', 'sauti-build-b']);
  await hours(1);
  expect(await caches(page)).toEqual(['sauti-build-b']);
});
