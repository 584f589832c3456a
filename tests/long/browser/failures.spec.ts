import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { contractHeader } from '../../../shared/kiosk/contract.ts';
import { expect, type Page, test } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone, wekesa } from '../../helpers/kiosk-person.ts';
import { lookerAt, spoken, startOf } from '../../helpers/kiosk-screens.ts';
import { freePort, ServerProcess } from '../../helpers/server-process.ts';

/**
 * What people see when a machine cannot do its work: one sentence, a picture, what to tell an officer; and nothing
 * that was written is lost from the screen. Each is brought about where it arises, not put on the screen.
 */
for (const [language, words] of spoken)
  test.describe(`in ${language}`, () => {
    async function speak(page: Page): Promise<Hand> {
      const hand = new Hand(page);
      await hand.at('first');
      if (language !== 'English') await hand.tap(language);
      return hand;
    }
    /** To the question whether to send, with words of his own. */
    async function toReadBack(hand: Hand): Promise<void> {
      await hand.tap(words.first.complaint);
      await hand.tap(startOf(words.who.nameless));
      await hand.tap(words.kinds.food);
      await hand.tap(words.problems['food-too-little']);
      await hand.tap(words.whens.today);
      await hand.tap(words.manys.me);
      await hand.tap(words.complaint.moreNo);
      await expect(hand.page.getByRole('button', { name: words.complaint.send })).toBeVisible();
    }

    test('a machine that was never set up can read', async ({ standing, newBrowser }) => {
      const browser = await newBrowser();
      const page = await browser.open();
      await browser.context.route('**/api/kiosks/enrol-here', route => route.abort());
      await page.goto(standing.server.origin);
      const hand = await speak(page);
      const look = lookerAt(page, language);
      await look('first screen, not set up');
      await hand.tap(words.first.complaint);
      await expect(page.getByRole('heading', { name: words.failure.notSetUp })).toBeVisible();
      await look('not set up');
      await hand.tap(words.failure.read);
      await hand.at('contents');
    });

    test('a full disk keeps the words on the screen and says so; then no complaint is begun', async ({
      standing,
      newBrowser,
    }) => {
      const browser = await newBrowser();
      const page = await browser.open();
      await page.goto(standing.server.origin);
      await untilItWorksAlone(page);
      const hand = await speak(page);
      const look = lookerAt(page, language);
      await toReadBack(hand);
      // What the browser answers when the disk is full; the disk itself is filled by `npm run faults`.
      await page.evaluate(() => {
        IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      });
      await hand.tap(words.complaint.send);
      await expect(page.getByText(words.failure.storageLead)).toBeVisible();
      await expect(page.getByText(words.problems['food-too-little'])).toBeVisible();
      await look('not saved');
      await hand.tap(words.frame.home);
      await hand.tap(words.complaint.leaveGo);
      await hand.tap(words.first.complaint);
      await expect(page.getByText(words.failure.storageFull)).toBeVisible();
      await look('storage full');
    });

    test('a database that does not open says so', async ({ standing, newBrowser }) => {
      const browser = await newBrowser();
      const page = await browser.open();
      // What a disk that fails answers, from the first question on.
      await page.addInitScript(() => {
        IDBFactory.prototype.open = () => {
          throw new DOMException('the disk does not answer', 'UnknownError');
        };
      });
      await page.goto(standing.server.origin);
      const hand = await speak(page);
      await hand.tap(words.first.complaint);
      await expect(page.getByText(words.failure.database)).toBeVisible();
      await lookerAt(page, language)('database does not open');
    });

    test('a version that is too old still takes complaints and shows nothing of one’s own', async ({
      standing,
      newBrowser,
    }) => {
      const browser = await newBrowser();
      const page = await browser.open();
      await page.goto(standing.server.origin);
      await untilItWorksAlone(page);
      // The kiosk names the contract that it speaks; the server's answer to an old one is the server's own.
      await browser.context.route('**/api/**', route =>
        route.continue({ headers: { ...route.request().headers(), [contractHeader]: '-1' } }),
      );
      await page.reload();
      const hand = await speak(page);
      await expect(page.getByText(words.status.tooOld).first()).toBeVisible({ timeout: 60_000 });
      await hand.tap(words.first.submissions);
      await expect(page.getByText(words.failure.version)).toBeVisible();
      await lookerAt(page, language)('version too old');
      await hand.tap(words.frame.home);
      await toReadBack(hand);
    });

    test('with the server gone what is one’s own cannot be seen', async ({ server, newBrowser }) => {
      const browser = await newBrowser();
      const page = await browser.open();
      await page.goto(server.origin);
      await untilItWorksAlone(page);
      await server.stop();
      const hand = await speak(page);
      await hand.tap(words.first.submissions);
      await hand.tap(startOf(words.who.numberLook));
      await hand.signIn(wekesa);
      await expect(page.getByText(words.failure.signInNeedsServer)).toBeVisible();
      await lookerAt(page, language)('server away');
    });

    test('a machine that nobody touches rests, with a light for staff while its storage is not granted', async ({
      standing,
      newBrowser,
    }) => {
      const page = await (await newBrowser()).open();
      await page.goto(standing.server.origin);
      await untilItWorksAlone(page);
      await page.clock.install();
      await page.reload();
      await speak(page);
      const look = lookerAt(page, language);
      await expect(page.getByText(words.status.storage)).toBeVisible();
      await look('first screen with the amber light');
      // Once to the first screen anew, in the language that it begins with; once to rest.
      await page.clock.fastForward(91_000);
      await expect(page.locator('.k-lamp')).toBeVisible();
      await page.clock.fastForward(91_000);
      await expect(page.locator('.k-rest')).toBeVisible();
      await look('at rest');
    });

    test('a clock that is wrong by years is said, and complaints are taken', async ({
      standing,
      newBrowser,
    }) => {
      const page = await (await newBrowser()).open();
      await page.goto(standing.server.origin);
      await untilItWorksAlone(page);
      await page.clock.setSystemTime('2012-01-01T08:00:00Z');
      await page.reload();
      const hand = await speak(page);
      await expect(page.getByText(words.status.clock).first()).toBeVisible({ timeout: 60_000 });
      await lookerAt(page, language)('clock wrong');
      await toReadBack(hand);
      await hand.tap(words.complaint.send);
      await hand.at('receipt');
    });

    test('a browser that is too old starts nothing and says why', async ({ standing, newBrowser }) => {
      const page = await (await newBrowser()).open();
      await page.addInitScript(() => {
        Object.defineProperty(globalThis, 'Temporal', { value: undefined });
      });
      await page.goto(standing.server.origin);
      if (language !== 'English') await page.getByRole('button', { name: language }).click();
      await expect(page.getByText(words.failure.tooOld)).toBeVisible();
      await lookerAt(page, language)('browser too old');
    });

    test('an address that is not safe starts nothing and says why', async ({ newBrowser }) => {
      const address = Object.values(networkInterfaces())
        .flatMap(all => all ?? [])
        .find(one => !one.internal && one.family === 'IPv4')?.address;
      test.skip(address === undefined, 'a machine without a network has no address that is not safe');
      const dataDir = await mkdtemp(join(tmpdir(), 'sauti-failures-'));
      const server = new ServerProcess(await freePort(), dataDir, { HOST: '0.0.0.0', SAUTI_DEMO: '0' });
      await server.start();
      const page = await (await newBrowser()).open();
      await page.goto(`http://${address}:${server.port}/`);
      if (language !== 'English') await page.getByRole('button', { name: language }).click();
      await expect(page.getByText(words.failure.insecure)).toBeVisible();
      await lookerAt(page, language)('address not safe');
      await server.stop();
      await rm(dataDir, { recursive: true });
    });
  });
