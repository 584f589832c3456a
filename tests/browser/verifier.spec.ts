import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { makeStickPage } from '../../server/builds/stick-page.ts';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import { formatEvidence } from '../../shared/log/item-evidence.ts';
import { type Statement, statementBytes } from '../../shared/submission/statement.ts';
import { chromiumPath } from '../helpers/browser.ts';
import { makeKioskKeys } from '../helpers/test-kiosk.ts';

test.use({
  launchOptions: { executablePath: chromiumPath, args: ['--no-sandbox'] },
});

const folder = mkdtempSync(join(tmpdir(), 'sauti-verifier-'));
test.afterAll(() => rmSync(folder, { recursive: true }));

async function makeReceipt(): Promise<string> {
  const { pair, publicKey } = await makeKioskKeys();
  const digest = 'A'.repeat(43);
  const [id, kiosk, boot] = [randomUUID(), randomUUID(), randomUUID()];
  const wall = '2026-03-02T08:00:00.000Z';
  const statement: Statement = {
    version: 1,
    id,
    kiosk,
    sequence: 7,
    sealed: digest,
    identity: digest,
    wall,
    monotonic: 1,
    boot,
  };
  const signed = await crypto.subtle.sign('Ed25519', pair.privateKey, statementBytes(statement));
  const signature = toBase64Url(new Uint8Array(signed));
  const none = { receipt: null, receiptsKey: null, logKey: null, witnesses: [] };
  return formatEvidence({ sauti: 'receipt', version: 1, statement, signature, kioskKey: publicKey, ...none });
}

test('the verifier page works from a file, asks no network, and names what is wrong in both languages', async ({
  page,
}) => {
  const file = join(folder, 'verifier.html');
  writeFileSync(file, await makeStickPage('verifier'));
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  const troubles: string[] = [];
  page.on('console', message => troubles.push(message.text()));
  page.on('pageerror', error => troubles.push(error.message));
  await page.goto(pathToFileURL(file).href);

  const receipt = await makeReceipt();
  const as = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await page
    .getByLabel('Receipts, proofs or an export')
    .setInputFiles([
      as('mine', receipt),
      as('changed', receipt.replace('"sequence":7', '"sequence":8')),
      as('letter', 'A letter.'),
    ]);
  await page.getByRole('button', { name: 'Check' }).click();
  const result = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name }) });
  await expect(result('mine')).toContainText('Nothing is wrong with it.');
  await expect(result('mine')).toContainText('as number 7');
  await expect(result('changed')).toContainText('the kiosk’s signature does not fit');
  await expect(result('letter')).toHaveAttribute('data-wrong', 'not-readable');

  await page.getByRole('button', { name: 'Kiswahili' }).click();
  await expect(result('changed')).toContainText('saini ya kioski hailingani');
  await page.getByLabel('Ufunguo wa kumbukumbu').fill('nonsense');
  await page.getByRole('button', { name: 'Kagua' }).click();
  await expect(page.getByText('Huu si ufunguo wa kumbukumbu.')).toBeVisible();
  expect(asked).toEqual([pathToFileURL(file).href]);
  expect(troubles).toEqual([]);
});
