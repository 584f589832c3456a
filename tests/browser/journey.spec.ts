import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, watch } from '../helpers/browser.ts';
import { Hand, untilItWorksAlone, wekesa } from '../helpers/kiosk-person.ts';
import { signInToPanel } from '../helpers/panel-officer.ts';

/** What the database itself says, read beside the running server. */
function inDatabase<T>(dataDir: string, query: string, ...values: string[]): T[] {
  const database = new DatabaseSync(join(dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    return database.prepare(query).all(...values) as T[];
  } finally {
    database.close();
  }
}

test('a complaint made with the server gone survives a killed browser, arrives once, is answered, read and reopened', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(180_000);
  const kiosk = await newBrowser();
  let page = await kiosk.open();
  await page.goto(server.origin);
  await expect(page.getByText('Connected')).toBeVisible();

  await untilItWorksAlone(page);

  // The server goes away; the prisoner complains all the same.
  await server.stop();
  let hand = new Hand(page);
  await hand.at('first');
  await hand.tap('Complaint');
  await hand.tap(/^With my number/);
  await hand.signIn(wekesa);
  await hand.tap('Bedding');
  await hand.tap('No mattress');
  await hand.tap('This week');
  await hand.tap('Only me');
  await hand.tap('No, go on');
  await hand.tap('Send');
  await hand.at('receipt');
  const code = ((await page.locator('.c-code').textContent()) ?? '').replace(/[^0-9A-Z]/g, '');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/);
  await expect(page.getByText('It is kept safe here. It has not left this machine yet.')).toBeVisible();

  // The power goes at once; then both come back.
  await kiosk.kill();
  await server.start();
  page = await kiosk.open();
  await page.goto(server.origin);
  const arrived = () =>
    inDatabase<{ id: string; number: number | null; identity: string }>(
      server.dataDir,
      'select id, number, identity from submission where code = ?',
      code,
    );
  await expect.poll(() => arrived().filter(row => row.number !== null).length, { timeout: 60_000 }).toBe(1);
  expect(arrived()).toMatchObject([{ identity: 'named' }]);
  const number = String(arrived()[0]?.number);

  // The officer in charge answers it in the panel.
  const office = await newBrowser({ width: 1440, height: 900 });
  const panel = await office.open();
  await signInToPanel(panel, server.origin, 'officer-in-charge');
  await panel.goto(`${server.origin}/admin/cases/${number}`);
  await panel
    .getByRole('button', { name: /^Answer/ })
    .first()
    .click();
  await panel.getByText('Done', { exact: true }).first().click();
  await panel.getByRole('button', { name: 'Today', exact: true }).click();
  await panel
    .getByLabel(/Words to the prisoner/)
    .fill('You have a mattress now. Ask for me if it is not there tonight.');
  await panel.getByRole('button', { name: 'Send the answer' }).click();
  await expect
    .poll(
      () =>
        inDatabase(server.dataDir, "select id from submission where code = ? and state = 'answered'", code)
          .length,
      {
        timeout: 30_000,
      },
    )
    .toBe(1);

  // He reads it at another kiosk, and it is not settled.
  const other = await newBrowser();
  const wingPage = await other.open();
  const problems = watch(wingPage, server.origin);
  await wingPage.goto(server.origin);
  await expect(wingPage.getByText('Connected')).toBeVisible();
  hand = new Hand(wingPage);
  await hand.at('first');
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.signIn(wekesa);
  await hand.tap(/^Bedding: No mattress/);
  await expect(
    wingPage.getByText('You have a mattress now. Ask for me if it is not there tonight.'),
  ).toBeVisible();
  await expect
    .poll(
      () =>
        inDatabase(server.dataDir, "select id from submission where code = ? and state = 'delivered'", code)
          .length,
    )
    .toBe(1);
  // The officer in charge answered, so it goes one step up from him.
  await hand.tap(/not settled/i);
  await expect
    .poll(
      () =>
        inDatabase(
          server.dataDir,
          "select id from submission where code = ? and state = 'headquarters' and reopened = 1",
          code,
        ).length,
    )
    .toBe(1);

  // Exactly one row, one log leaf, and nothing wrong on the way.
  expect(inDatabase(server.dataDir, 'select id from intake where code = ?', code)).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('from the first screen to the receipt takes at most eight taps beside number and PIN', async ({
  server,
  newBrowser,
}) => {
  const kiosk = await newBrowser();
  const page = await kiosk.open();
  const problems = watch(page, server.origin);
  await page.goto(server.origin);
  await expect(page.getByText('Connected')).toBeVisible();
  const hand = new Hand(page);
  await hand.complainOfFood(wekesa);
  await hand.tap('Others too');
  await hand.tap('No, go on');
  // The receipt is drawn ahead, but there is no code before the complaint is kept.
  await expect(page.locator('.c-code')).toBeHidden();
  await expect(page.locator('.c-code')).toHaveText('00000000000');
  await hand.tap('Send');
  await hand.at('receipt');
  expect(hand.taps).toBeLessThanOrEqual(8);
  expect(problems).toEqual([]);
});
