import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { insertEnrolmentCode } from '../../../server/queries/kiosk.ts';
import { appendRelease } from '../../../server/queries/kiosk-release.ts';
import { digestOf } from '../../../server/secrets.ts';
import { noteBuilds } from '../../../server/server.ts';
import { expect, type Page, test } from '../../helpers/browser.ts';
import { ask, BuildServer, caches, check, mark, untilRunning } from '../../helpers/build-server.ts';
import { fillCast } from '../../helpers/cast.ts';
import { Hand } from '../../helpers/kiosk-person.ts';

/** How a kiosk comes to a new build, and away from one that does not start. */
let builds: BuildServer;

test.beforeEach(async () => {
  builds = await BuildServer.make();
});

test.afterEach(() => builds.remove());

test('a build of which one byte is wrong, or a list that is none, changes nothing', async ({
  newBrowser,
}) => {
  await builds.put('a');
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  await builds.swap('b');
  const file = join(builds.folder, 'data', 'builds', 'b', 'pictures.svg');
  const bytes = await readFile(file);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(file, bytes);
  expect(await ask(page, check)).toEqual({ build: 'a', updateReady: false, rejected: null });
  expect(await caches(page)).toEqual(['sauti-build-a']);
  await builds.stop();
  const portal = createServer((_, answer) => {
    answer.setHeader('content-type', 'text/html').end('<!doctype html><h1>Sign in to the network</h1>');
  });
  await new Promise<void>(resolve => portal.listen(builds.port, '127.0.0.1', resolve));
  expect(await ask(page, check)).toEqual({ build: 'a', updateReady: false, rejected: null });
  portal.closeAllConnections();
  await new Promise(resolve => portal.close(resolve));
  await page.reload();
  await untilRunning(page, 'a');
});

test('a build that does not come up is given up for the one before, and not taken again', async ({
  newBrowser,
}) => {
  await builds.put('a');
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  // Not even the first script of all is there.
  await builds.swap('b', html => html.replaceAll(/<script[^>]*><\/script>/g, ''));
  await ask(page, check);
  expect(await ask(page, { type: 'activate' })).toMatchObject({ build: 'b', updateReady: false });
  for (let load = 0; load < 3; load += 1) {
    await page.reload();
    expect(await mark(page)).toBe('b');
  }
  await page.reload();
  await untilRunning(page, 'a');
  expect(await ask(page, check)).toMatchObject({ build: 'a', updateReady: false });
  await builds.swap('c');
  expect(await ask(page, check)).toMatchObject({ build: 'a', updateReady: true });
});

test('a build that does not start is left within ten seconds, by the one script that depends on nothing', async ({
  newBrowser,
}) => {
  await builds.put('a');
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  // Its own program never comes: a file that is wrong, a mistake in the first line.
  await builds.swap('b', html => html.replace(/<link[^>]* data-app [^>]*>/, ''));
  await ask(page, check);
  expect(await ask(page, { type: 'activate' })).toMatchObject({ build: 'b' });
  await page.reload();
  expect(await mark(page)).toBe('b');
  const since = Date.now();
  await expect.poll(() => mark(page).catch(() => null), { timeout: 20_000 }).toBe('a');
  expect(Date.now() - since).toBeLessThan(14_000);
  await untilRunning(page, 'a');
  expect(await ask(page, check)).toEqual({ build: 'a', updateReady: false, rejected: 'b' });
});

test('a kiosk gets a new build when it is the one to try it, or when all get it', async ({ newBrowser }) => {
  test.setTimeout(120_000);
  await builds.put('a');
  const origin = await builds.start();
  const { prisonId, wings, staff } = await fillCast(builds.now.context);
  await noteBuilds(builds.now.context);
  const actorId = staff.administrator;
  await insertEnrolmentCode(builds.now.database.write, {
    codeHash: digestOf('ABCDE23456'),
    prisonId,
    wingId: wings.a,
    name: 'A1',
    madeBy: actorId,
    expiresAt: '2999-01-01T00:00:00.000Z',
  });
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await untilRunning(page, 'a');
  const kiosk = await enrolHere(page);
  await builds.swap('b');
  const release = (step: 'one' | 'all' | 'withdrawn') =>
    builds.now.database.transaction(async tx => {
      await builds.now.database.lockHead(tx, prisonId);
      const at = new Date().toISOString();
      const of = step === 'all' ? null : kiosk;
      await appendRelease(tx, { prisonId, build: 'b', step, kiosk: of, at, actorId });
    });
  const asked = () => ask(page, { type: 'check', kiosk });
  expect(await asked()).toMatchObject({ build: 'a', updateReady: false });
  await release('one');
  expect(await ask(page, check)).toMatchObject({ updateReady: false });
  expect(await asked()).toMatchObject({ build: 'a', updateReady: true });
  await release('withdrawn');
  expect(await asked()).toMatchObject({ build: 'a', updateReady: false });
  await release('all');
  expect(await asked()).toMatchObject({ build: 'a', updateReady: true });
});

/** Sets the browser up as a kiosk, as a technician does, and answers its id. */
async function enrolHere(page: Page): Promise<string> {
  const hand = new Hand(page);
  await hand.tap(/^Help/);
  await hand.tap(/set-up for officers/);
  await hand.type('ABCDE23456');
  await hand.tap('Handset');
  await hand.tap('Set up');
  await expect(page.getByText('Test Prison').first()).toBeVisible();
  const { id } = await builds.now.database.read.selectFrom('kiosk').select('id').executeTakeFirstOrThrow();
  return id;
}
