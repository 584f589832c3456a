import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { makeStickPage } from '../../../server/builds/stick-page.ts';
import { newLetterCode } from '../../../shared/letter/answer.ts';
import { sealDummy, sealLetter, sealPack } from '../../../shared/letter/envelope.ts';
import type { KeyFile } from '../../../shared/letter/justice-key.ts';
import { chromiumPath } from '../../helpers/browser.ts';
import { aLetter } from '../../helpers/justice.ts';

test.use({ launchOptions: { executablePath: chromiumPath, args: ['--no-sandbox'] } });

const folder = mkdtempSync(join(tmpdir(), 'sauti-reader-'));
test.afterAll(() => rmSync(folder, { recursive: true }));
const prison = '00000000-0000-4000-8000-000000000001';
const passphrase = 'chai ya asubuhi mapema';

async function savedKeys(page: Page, name: string): Promise<KeyFile> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save the key file' }).click();
  const file = join(folder, name);
  await (await waiting).saveAs(file);
  return JSON.parse(readFileSync(file, 'utf8')) as KeyFile;
}

test('a justice makes keys, opens a letter, and gets the keys back by two of three lines', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(String(error)));
  const file = join(folder, 'reader.html');
  writeFileSync(file, await makeStickPage('reader'));
  await page.goto(pathToFileURL(file).href);

  await page.getByText('Make my keys').click();
  await page.locator('#name').fill('Anne Wanjala');
  await page.locator('#prison').fill(prison);
  await page.locator('#new-secret').fill(passphrase);
  await page.getByRole('button', { name: 'Make keys' }).click();
  await expect(page.locator('.line')).toHaveCount(3, { timeout: 60_000 });
  await page.screenshot({ path: 'test-results/reader-made.png', fullPage: true });
  const lines = await page.locator('.line').allInnerTexts();
  const phrase = await page.locator('#phrase').innerText();
  const { card } = await savedKeys(page, 'keys.json');

  const letters = [
    await sealLetter([card.sealing], prison, aLetter(newLetterCode(), { number: '101/26', danger: true })),
    await sealDummy([card.sealing], prison),
  ];
  const batches = [{ kiosk: 'Wing A', receivedOn: '2026-03-03', letters }];
  const sealed = await sealPack([card.sealing], prison, { version: 1, register: [], batches });
  const madeAt = '2026-03-04T08:00:00Z';
  const pack = { version: 1, kind: 'sauti-letters', prison: { id: prison, name: 'Test' }, madeAt, sealed };
  writeFileSync(join(folder, 'pack.json'), JSON.stringify(pack));
  const openWith = async (keys: string, secret: string) => {
    await page.locator('#key-file').setInputFiles(join(folder, keys));
    await page.locator('#pack').setInputFiles(join(folder, 'pack.json'));
    await page.locator('#secret').fill(secret);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  };
  await page.getByText('Open a pack').click();
  await openWith('keys.json', 'another passphrase');
  await expect(page.getByText('The passphrase is wrong')).toBeVisible({ timeout: 60_000 });
  await openWith('keys.json', passphrase);
  await expect(page.getByText('They took my mattress')).toBeVisible({ timeout: 60_000 });
  await expect(page.locator('#results section')).toHaveCount(1);
  await page.screenshot({ path: 'test-results/reader-open.png', fullPage: true });

  await page.getByText('Recover my keys').first().click();
  await page.locator('#recovered-name').fill('Anne Wanjala');
  await page.locator('#recovered-secret').fill('a new passphrase of hers');
  await page.locator('#one').fill(lines[2] ?? '');
  await page.locator('#other').fill(lines[2] ?? '');
  await page.getByRole('button', { name: 'Recover my keys' }).click();
  await expect(page.getByText('the same line twice')).toBeVisible();
  await page.locator('#other').fill((lines[0] ?? '').toLowerCase());
  await page.getByRole('button', { name: 'Recover my keys' }).click();
  await expect(page.locator('#phrase')).toHaveText(phrase, { timeout: 60_000 });
  await savedKeys(page, 'again.json');
  await openWith('again.json', 'a new passphrase of hers');
  await expect(page.getByText('They took my mattress')).toBeVisible({ timeout: 60_000 });

  expect(asked.filter(url => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  expect(troubles).toEqual([]);
});
