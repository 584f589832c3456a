import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { demonstrationDevicePin } from '../../../shared/kiosk/device-pin.ts';
import { type Browser, expect, type Page, test } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { goByMenu, signInToPanel } from '../../helpers/panel-officer.ts';
import type { ServerProcess } from '../../helpers/server-process.ts';

/** Weeks without a server: the sealed queue goes by stick, and counts once however it comes. */
interface Taken {
  readonly id: string;
  readonly receipt: string;
}

/** What the server holds of one kiosk, by number. */
function takenIn(server: ServerProcess, kiosk: string): Taken[] {
  const database = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    const query = 'select id, receipt from intake where kiosk_id = ? order by sequence';
    return database.prepare(query).all(kiosk) as unknown as Taken[];
  } finally {
    database.close();
  }
}

async function complain(page: Page): Promise<void> {
  const hand = new Hand(page);
  for (const name of ['Complaint', /^Without my name/, /^Food/, /^Too little/, /^Today/, /^Only me/])
    await hand.tap(name);
  await hand.tap('No, go on');
  await hand.tap('Send');
  await hand.at('receipt');
  await hand.tap('Home');
}

async function openSetUp(page: Page): Promise<Hand> {
  const hand = new Hand(page);
  await hand.tap('Help');
  await hand.tap(/set-up for officers/);
  return hand;
}

async function typePin(hand: Hand, pin: string): Promise<void> {
  await hand.type(pin);
  await hand.page.getByRole('button', { name: 'Save', exact: true }).click();
}

/** A kiosk that has met its server once and then holds two complaints for it. */
async function kioskWithTwo(browser: Browser, server: ServerProcess): Promise<Page> {
  const page = await browser.open();
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  await server.stop();
  await complain(page);
  await complain(page);
  return page;
}

async function bring(page: Page, file: string): Promise<void> {
  await page.getByRole('button', { name: 'Bring in a stick' }).click();
  await page.getByLabel('The file from the stick').setInputFiles(file);
  await page.getByRole('button', { name: 'Take it in' }).click();
}

test('a queue carried by stick twice, and then sent as well, is there once', async ({
  server,
  newBrowser,
}) => {
  const stick = await mkdtemp(join(tmpdir(), 'sauti-stick-'));
  const browser = await newBrowser({ width: 1024, height: 600 });
  const page = await kioskWithTwo(browser, server);
  const hand = await openSetUp(page);
  await hand.tap('Save to a stick');

  // Whoever does not know the PIN saves nothing.
  await typePin(hand, '000000');
  await expect(page.getByRole('alert')).toHaveText('This PIN does not fit.');
  const saving = page.waitForEvent('download');
  await typePin(hand, demonstrationDevicePin);
  const download = await saving;
  await expect(page.getByText('2 submissions are in this file, sealed.')).toBeVisible();
  expect(download.suggestedFilename()).toMatch(/^sauti-Demonstration-.*\.sauti$/);
  const file = join(stick, download.suggestedFilename());
  await download.saveAs(file);
  await hand.tap('Close');
  await expect(page.getByText(/2 submissions not confirmed yet/)).toBeVisible();

  // Nothing on the stick says what, who, or at which hour somebody wrote; and nothing left the kiosk's own queue.
  const carried = await readFile(file, 'utf8');
  const { kiosk } = JSON.parse(carried) as { kiosk: string };
  expect(carried).not.toMatch(/too-little|nameless|sequence|monotonic/);
  await expect(page.getByText(/2 submissions are kept safe here/)).toBeVisible();
  await browser.close();

  await server.start();
  expect(takenIn(server, kiosk)).toEqual([]);
  const office = await newBrowser();
  const panel = await office.open();
  await signInToPanel(panel, server.origin, 'administrator');
  await goByMenu(panel, 'Kiosks');

  const spoiled = join(stick, 'spoiled.sauti');
  await writeFile(spoiled, carried.slice(0, 3000));
  await bring(panel, spoiled);
  await expect(panel.getByText(/This is not a whole file of a kiosk/)).toBeVisible();
  const changed = join(stick, 'changed.sauti');
  await writeFile(changed, carried.replace(/"madeAt":"\d/, '"madeAt":"1'));
  await panel.getByLabel('The file from the stick').setInputFiles(changed);
  await panel.getByRole('button', { name: 'Take it in' }).click();
  await expect(panel.getByText(/This file was changed after the kiosk saved it/)).toBeVisible();
  await panel.getByRole('button', { name: 'Cancel' }).click();
  expect(takenIn(server, kiosk)).toEqual([]);

  await bring(panel, file);
  await expect(panel.getByText('2 submissions are new.')).toBeVisible();
  const taken = takenIn(server, kiosk);
  expect(taken).toHaveLength(2);
  await panel.getByRole('button', { name: 'Done' }).click();
  await expect(panel.getByText('All is here')).toBeVisible();
  await bring(panel, file);
  await expect(panel.getByText('0 submissions are new.')).toBeVisible();
  await expect(panel.getByText('2 were here already.')).toBeVisible();
  await panel.getByRole('button', { name: 'Done' }).click();
  expect(takenIn(server, kiosk)).toEqual(taken);

  // The kiosk comes back and sends what it has never had a receipt for: the same receipts, no second copy.
  const again = await browser.open();
  await again.goto(server.origin);
  await untilItWorksAlone(again);
  await openSetUp(again);
  await expect(again.getByText(/all confirmed by the server/)).toBeVisible({ timeout: 30_000 });
  expect(takenIn(server, kiosk)).toEqual(taken);
  await rm(stick, { recursive: true, force: true });
});
