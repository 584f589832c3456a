import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { demonstrationDevicePin } from '../../../shared/kiosk/device-pin.ts';
import { expect, test } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { goByMenu, signInToPanel } from '../../helpers/panel-officer.ts';

test('a revoked kiosk has nothing left to read, and its sealed queue still goes by stick', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(180_000);
  const stick = await mkdtemp(join(tmpdir(), 'sauti-stick-'));
  const browser = await newBrowser({ width: 1024, height: 600 });
  const page = await browser.open();
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  await server.stop();
  const hand = new Hand(page);
  for (const name of ['Complaint', /^Without my name/, /^Food/, /^Too little/, /^Today/, /^Only me/])
    await hand.tap(name);
  await hand.tap('No, go on');
  await hand.tap('Send');
  await hand.at('receipt');
  await hand.tap('Home');

  const database = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'));
  database.exec(
    "update kiosk set revoked_at = '2026-11-22T00:00:00.000Z' where name not in ('A1', 'B1', 'C1', 'D1', 'R1')",
  );
  database.close();
  // The line lets nothing of the queue through: the stick is the only way.
  await browser.context.route('**/api/intake', route =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'about:blank', title: 'too-busy', status: 503, problem: 'too-busy' }),
    }),
  );
  await server.start();
  await page.reload();
  await expect(page.getByText('switched off for complaints').first()).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText('Mlima Prison')).toHaveCount(0);

  await hand.tap('Help');
  await hand.tap(/set-up for officers/);
  await hand.tap('Save to a stick');
  await hand.type(demonstrationDevicePin);
  const saving = page.waitForEvent('download', { timeout: 30_000 });
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const download = await saving;
  await expect(page.getByText('1 submission is in this file, sealed.')).toBeVisible();
  const file = join(stick, download.suggestedFilename());
  await download.saveAs(file);
  await browser.close();

  const office = await (await newBrowser()).open();
  await signInToPanel(office, server.origin, 'administrator');
  await goByMenu(office, 'Kiosks');
  await office.getByRole('button', { name: 'Bring in a stick' }).click();
  await office.getByLabel('The file from the stick').setInputFiles(file);
  await office.getByRole('button', { name: 'Take it in' }).click();
  await expect(office.getByText('1 submission is new.')).toBeVisible();
  await expect(office.getByText(/revoked/i).first()).toBeVisible();
  await rm(stick, { recursive: true, force: true });
});
