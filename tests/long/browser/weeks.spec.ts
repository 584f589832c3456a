import { join } from 'node:path';
import { isoOf } from '../../../server/clock.ts';
import { insertEnrolmentCode, revokeKiosk } from '../../../server/queries/kiosk.ts';
import { digestOf } from '../../../server/secrets.ts';
import { expect, type Page, test } from '../../helpers/browser.ts';
import { ask, BuildServer, check, mark, untilRunning } from '../../helpers/build-server.ts';
import { fillCast } from '../../helpers/cast.ts';
import { Hand } from '../../helpers/kiosk-person.ts';
import {
  enrolSnapshot,
  layDownKeys,
  layDownOutbox,
  outboxShape,
  readableStorage,
  snapshots,
} from '../../helpers/outbox-snapshots.ts';

/** What befalls a kiosk in weeks without care: updates, clocks, nobody there, being revoked. */
let builds: BuildServer;

test.beforeEach(async () => {
  builds = await BuildServer.make();
});

test.afterEach(() => builds.remove());

/** The cast's prison, and this browser enrolled in its wing A. */
async function enrolIn(page: Page, origin: string): Promise<{ prisonId: string; kiosk: string }> {
  const { prisonId, wings, staff } = await fillCast(builds.now.context);
  await insertEnrolmentCode(builds.now.database.write, {
    codeHash: digestOf('ABCDE23456'),
    prisonId,
    wingId: wings.a,
    name: 'A1',
    madeBy: staff.administrator,
    expiresAt: '2999-01-01T00:00:00.000Z',
  });
  await page.goto(origin);
  const hand = new Hand(page);
  await hand.tap(/^Help/);
  await hand.tap(/set-up for officers/);
  await hand.type('ABCDE23456');
  await hand.tap('Handset');
  await hand.tap('Set up');
  await expect(page.getByText('Test Prison').first()).toBeVisible();
  await hand.tap('Home');
  const { id } = await builds.now.database.read.selectFrom('kiosk').select('id').executeTakeFirstOrThrow();
  return { prisonId, kiosk: id };
}

async function complain(page: Page): Promise<void> {
  const hand = new Hand(page);
  await hand.at('first');
  await hand.tap('Complaint');
  for (const choice of [
    /^Without my name/,
    'Bedding',
    'No mattress',
    'This week',
    'Only me',
    'No, go on',
    'Send',
  ])
    await hand.tap(choice);
  await hand.at('receipt');
  await hand.tap('Done');
  await hand.at('first');
}

const intake = () =>
  builds.now.database.read
    .selectFrom('intake')
    .select(['sequence', 'state', 'statement', 'from_revoked'])
    .orderBy('sequence')
    .execute();

test('the newest snapshot of the outbox is what this program makes', async ({ newBrowser }) => {
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await expect(page.getByText('not set up yet').first()).toBeVisible();
  const { version, stores } = snapshots.at(-1) ?? {};
  expect(await outboxShape(page), 'a changed outbox needs a snapshot of its own').toEqual({
    version,
    stores,
  });
});

for (const snapshot of snapshots)
  test(`an update that comes to an open kiosk with unsent items loses none: outbox ${snapshot.name}`, async ({
    newBrowser,
  }) => {
    test.setTimeout(120_000);
    layDownKeys(join(builds.folder, 'data'), snapshot);
    await builds.put('a');
    const origin = await builds.start();
    const { prisonId, wings } = await fillCast(builds.now.context);
    await enrolSnapshot(builds.now, snapshot, { prisonId, wingId: wings.a });
    const browser = await newBrowser();
    const page = await browser.open();
    await browser.context.route('**/api/intake', route => route.abort());
    await page.goto(`${origin}/healthz`);
    await layDownOutbox(page, snapshot);
    await page.goto(origin);
    await untilRunning(page, 'a');
    await expect(
      page.getByText(`${snapshot.rows.items.length} submissions are kept safe here.`),
    ).toBeVisible();
    await builds.swap('b');
    await ask(page, check);
    expect(await ask(page, { type: 'activate' })).toMatchObject({ build: 'b' });
    await page.reload();
    await untilRunning(page, 'b');
    expect(await mark(page)).toBe('b');
    expect(await intake()).toEqual([]);
    await browser.context.unroute('**/api/intake');
    await page.reload();
    await expect.poll(intake, { timeout: 30_000 }).toHaveLength(snapshot.rows.items.length);
    await builds.now.work.settle();
    expect((await intake()).map(({ sequence, state }) => [sequence, state])).toEqual(
      snapshot.rows.items.map((_, index) => [index + 1, 'opened']),
    );
  });

test('a revoked kiosk has nothing left to read, and still delivers what is sealed', async ({
  newBrowser,
}) => {
  const origin = await builds.start();
  const browser = await newBrowser();
  const page = await browser.open();
  const { prisonId, kiosk } = await enrolIn(page, origin);
  // The server is there and says no to items alone, for now.
  await browser.context.route('**/api/intake', route =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'too-busy', status: 503, problem: 'too-busy' }),
    }),
  );
  await complain(page);
  const before = await readableStorage(page);
  for (const word of ['Test Prison', 'a key that can sign', 'No mattress'])
    expect(before.includes(word), word).toBe(word !== 'No mattress');
  const at = isoOf(builds.now.context.clock.now());
  await revokeKiosk(builds.now.database.write, prisonId, kiosk, at);
  await page.reload();
  await expect(page.getByText('switched off for complaints').first()).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => (await readableStorage(page)).includes('a key that can'), { timeout: 15_000 })
    .toBe(false);
  const after = await readableStorage(page);
  for (const word of ['Test Prison', '"A1"', 'example']) expect(after.includes(word), word).toBe(false);
  expect(after).toContain('"state":"waiting"');
  // It stays so after a restart, and what was sealed goes out.
  await browser.context.unroute('**/api/intake');
  await page.reload();
  await expect(page.getByText('switched off for complaints').first()).toBeVisible({ timeout: 30_000 });
  await expect
    .poll(async () => (await intake()).map(row => row.from_revoked), { timeout: 30_000 })
    .toEqual([1]);
});

test('with a clock that is wrong by years it takes and keeps complaints, and says so', async ({
  newBrowser,
}) => {
  test.setTimeout(120_000);
  const origin = await builds.start();
  const browser = await newBrowser();
  const page = await browser.open();
  await enrolIn(page, origin);
  // The battery of its clock is dead: it starts in 2009.
  await page.addInitScript(() => {
    const real = Date;
    const behind = 17 * 365 * 24 * 60 * 60_000;
    globalThis.Date = class extends real {
      constructor(...given: [] | [number]) {
        if (given.length === 0) super(real.now() - behind);
        else super(...given);
      }
      static override now(): number {
        return real.now() - behind;
      }
    } as DateConstructor;
  });
  await page.reload();
  await expect(page.getByText('The clock of this machine may be wrong.')).toBeVisible({ timeout: 30_000 });
  await complain(page);
  await expect.poll(async () => (await intake()).length, { timeout: 30_000 }).toBe(1);
  await builds.stop();
  await complain(page);
  await expect(page.getByText(/is kept safe here.* The clock of this machine may be wrong\./)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/is kept safe here.* The clock of this machine may be wrong\./)).toBeVisible({
    timeout: 30_000,
  });
  await builds.start();
  await page.reload();
  await expect.poll(async () => (await intake()).length, { timeout: 30_000 }).toBe(2);
  const [first] = await intake();
  expect(JSON.parse(first?.statement ?? '{}').wall).toMatch(/^2009/);
});

test('nobody there: the glass goes dark, shows another place each minute, and a touch only wakes it', async ({
  newBrowser,
}) => {
  const origin = await builds.start();
  const page = await (await newBrowser()).open();
  await page.goto(origin);
  await expect(page.getByText('not set up yet').first()).toBeVisible();
  await page.clock.install();
  await page.reload();
  const rest = page.locator('.k-rest');
  await expect(page.locator('[data-screen=first]')).toBeVisible();
  await page.clock.fastForward(91_000);
  await expect(rest).toHaveCount(0);
  await page.clock.fastForward(91_000);
  await expect(rest).toBeVisible();
  const spot = () => rest.getAttribute('data-spot');
  const before = await spot();
  await page.clock.fastForward(60_000);
  await expect.poll(spot).not.toBe(before);
  await page.mouse.click(300, 400);
  await expect(rest).toHaveCount(0);
  await expect(page.locator('[data-screen=first]')).toBeVisible();
});
