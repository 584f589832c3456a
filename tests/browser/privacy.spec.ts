import { expect, test } from '../helpers/browser.ts';
import { charo, Hand, wekesa } from '../helpers/kiosk-person.ts';

/** Everything that a page keeps where the next person, or a thief, could find it. */
async function keptBy(page: import('@playwright/test').Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: string[] = [document.documentElement.outerHTML, location.href, document.title];
    kept.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie);
    for (const input of document.querySelectorAll('input, textarea'))
      kept.push((input as HTMLInputElement).value);
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>(resolve => {
          const reading = database.transaction(store).objectStore(store).getAll();
          reading.onsuccess = () => resolve(reading.result);
        });
        kept.push(JSON.stringify(rows));
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      for (const request of await (await caches.open(name)).keys()) kept.push(request.url);
    }
    return kept.join('\n');
  });
}

test('nothing of one person is left for the next: not on the screen, in the page, in its storage or its history', async ({
  kiosk: { page, hand },
}) => {
  const historyBefore = await page.evaluate(() => history.length);
  await hand.complainOfFood(wekesa);
  await hand.tap('Only me');
  await hand.tap('Yes, write');
  for (const letter of 'zebra')
    await page.getByRole('button', { name: new RegExp(`^${letter}$`, 'i') }).click();
  await hand.tap('Go on');
  await hand.tap('Send');
  await hand.at('receipt');
  const code = ((await page.locator('.c-code').textContent()) ?? '').replace(/[^0-9A-Z]/g, '');
  await hand.tap('Done');
  await hand.at('first');
  const left = await keptBy(page);
  for (const secret of [wekesa.number, wekesa.pin, 'zebra', 'Wekesa', code]) {
    expect(left.toLowerCase(), `${secret} is left behind`).not.toContain(secret.toLowerCase());
  }
  expect(await page.evaluate(() => history.length)).toBe(historyBefore);
});

test('an untouched screen covers itself after 20 s, counts down, and signs out after 45 s with "not sent"', async ({
  server,
  newBrowser,
}) => {
  const kiosk = await newBrowser();
  const page = await kiosk.open();
  await page.clock.install();
  await page.goto(server.origin);
  await expect(page.getByText('Connected')).toBeVisible();
  // From here on time passes only when the test says so, however busy the machine is.
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1_000));
  const press = async (name: string | RegExp) => {
    await page.clock.runFor(400);
    await page.getByRole('button', { name }).first().click();
    await page.clock.runFor(400);
  };
  await press('Complaint');
  await press(/^Without my name/);
  await press('Food');
  await expect(page.getByText('What is wrong with the food?')).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByText('What is wrong with the food?')).toBeHidden();
  await page.clock.runFor(15_000);
  await expect(page.getByText('Touch for one more minute.')).toBeVisible();
  await page.clock.runFor(12_000);
  await expect(page.getByText('Not sent.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Complaint' })).toBeVisible();
});

test('Rules, always in the same corner, goes there at once and leaves nothing behind', async ({
  kiosk: { page, hand },
}) => {
  const corner = await page.getByRole('button', { name: 'Rules' }).last().boundingBox();
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.signIn(wekesa);
  await hand.at('submissions');
  const same = await page.getByRole('button', { name: 'Rules' }).last().boundingBox();
  expect(same).toEqual(corner);
  await page.getByRole('button', { name: 'Rules' }).last().click();
  await hand.at('contents');
  await hand.tap('Home');
  await hand.tap('My submissions');
  await hand.at('who');
});

test('whose number somebody used with a wrong PIN is asked at the next sign-in: was this you?', async ({
  kiosk: { page, hand },
}) => {
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.signIn(charo);
  await expect(page.getByText(/Was this you\?/).first()).toBeVisible();
});

test('without a name: taps and text only, and the code alone finds it', async ({ kiosk: { page, hand } }) => {
  await hand.tap('Complaint');
  await hand.tap(/^Without my name/);
  await hand.tap('Bedding');
  await hand.tap('Lice or bedbugs');
  await hand.tap('For longer');
  await hand.tap('Others too');
  await hand.tap('No, go on');
  await hand.tap('Send');
  await hand.at('receipt');
  const code = ((await page.locator('.c-code').textContent()) ?? '').replace(/[^0-9A-Z]/g, '');
  await expect(page.getByText(/The prison has it/)).toBeVisible({ timeout: 20_000 });
  await hand.tap('Done');
  await hand.tap('My submissions');
  await hand.tap(/^I have a code/);
  await hand.type(code);
  await hand.ok();
  await hand.at('code-state');
});

test('a browser that is not enrolled can read, and nothing more', async ({ server, newBrowser }) => {
  const kiosk = await newBrowser();
  const page = await kiosk.open();
  await page.route('**/api/kiosks/enrol-here', route =>
    route.fulfill({
      status: 403,
      contentType: 'application/problem+json',
      body: '{"problem":"demonstration-only"}',
    }),
  );
  await page.goto(server.origin);
  await expect(page.getByText('This machine is not set up yet. You can read here.')).toBeVisible();
  const hand = new Hand(page);
  await hand.tap('Complaint');
  await hand.at('hindered');
  await hand.tap('Home');
  await hand.tap('Rules');
  await hand.at('contents');
});
