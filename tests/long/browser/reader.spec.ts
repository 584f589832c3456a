import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { newLetterCode, sealAnswer } from '../../../shared/letter/answer.ts';
import { sealDummy, sealLetter, sealPack } from '../../../shared/letter/envelope.ts';
import type { KeyFile } from '../../../shared/letter/justice-key.ts';
import { readersOf } from '../../../shared/letter/register.ts';
import type { KeyStatement, PackContent, StickFile } from '../../../shared/letter/schema.ts';
import { chromiumPath } from '../../helpers/browser.ts';
import { aLetter } from '../../helpers/justice.ts';
import { ReaderPage } from '../../helpers/reader-page.ts';
import { aLoss, emptyVisit } from '../../helpers/visit.ts';

test.use({ launchOptions: { executablePath: chromiumPath, args: ['--no-sandbox'] } });

const prison = '00000000-0000-4000-8000-000000000001';
const passphrase = 'chai ya asubuhi mapema';
const read = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
let reader: ReaderPage;
test.afterEach(() => reader.remove());

test('a justice makes keys, opens a letter, lets a colleague in, and gets the keys back by two of three lines', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const asked: string[] = [];
  page.on('request', request => asked.push(request.url()));
  const troubles: string[] = [];
  page.on('pageerror', error => troubles.push(String(error)));
  reader = new ReaderPage(page);
  await reader.open();

  const phrase = await reader.makeKeys('Anne', passphrase, prison);
  const lines = await page.locator('.line').allInnerTexts();
  await page.screenshot({ path: 'test-results/reader-made.png', fullPage: true });
  const { card } = read<KeyFile>(reader.file('Anne.json'));
  const first = read<{ statement: KeyStatement }>(await reader.save(/what you signed/, 'line.json'));
  expect((await readersOf([first.statement], prison, null)).anchor).toBe(card.signing);

  await page.reload();
  const benWords = await reader.makeKeys('Ben', 'maji ya baridi sana leo', null);
  const { card: ben } = read<Extract<StickFile, { kind: 'sauti-letter-card' }>>(
    await reader.save(/your card/, 'card.json'),
  );

  const [plain, answered] = [newLetterCode(), newLetterCode()];
  const letters = [
    await sealLetter([card.sealing], prison, aLetter(plain, { number: '101/26', danger: true })),
    await sealLetter([card.sealing], prison, aLetter(answered, { type: 'see', text: null })),
    await sealDummy([card.sealing], prison),
  ];
  const content: PackContent = {
    version: 1,
    register: [first.statement],
    answers: [await sealAnswer(answered, prison, 'will-see')],
    wings: [],
    visit: emptyVisit({ losses: [aLoss('101/26', '2026-03-20')] }),
    batches: [{ kiosk: 'Wing A', receivedOn: '2026-03-03', letters }],
  };
  const sealed = await sealPack([card.sealing], prison, content);
  const madeAt = '2026-03-04T08:00:00Z';
  const pack = { version: 1, kind: 'sauti-letters', prison: { id: prison, name: 'Test' }, madeAt, sealed };
  writeFileSync(reader.file('pack.json'), JSON.stringify(pack));

  await page.reload();
  await reader.unlock('Anne', 'another passphrase');
  await expect(page.getByText('The passphrase is wrong')).toBeVisible({ timeout: 60_000 });
  await reader.unlock('Anne', passphrase);
  await reader.openPack('pack.json');
  await expect(page.locator('#own-phrase')).toHaveText(phrase);
  await expect(page.locator('#results section')).toHaveCount(2);
  await expect(page.locator('#results section').first()).toContainText('They took my mattress');
  await expect(page.getByText('answered: I will see you')).toBeVisible();

  await expect(page.getByRole('table').filter({ hasText: 'Losses of writers of letters' })).toContainText(
    'Moved to another wing',
  );

  await page.getByText('Let somebody in').click();
  await page.locator('#card-file').setInputFiles(reader.file('card.json'));
  await page.getByRole('button', { name: 'Look at the card' }).click();
  await expect(page.locator('#their-phrase, strong').filter({ hasText: benWords })).toBeVisible();
  await page.getByRole('button', { name: /I heard these six words/ }).click();
  const second = read<{ statement: KeyStatement }>(await reader.save(/what you signed/, 'ben-line.json'));
  const { cards } = await readersOf([first.statement, second.statement], prison, card.signing);
  expect(cards.map(({ signing }) => signing)).toEqual([card.signing, ben.signing]);
  await page.screenshot({ path: 'test-results/reader-open.png', fullPage: true });

  await page.reload();
  await page.getByText('Recover my keys').first().click();
  await page.locator('#recovered-name').fill('Anne');
  await page.locator('#recovered-secret').fill('a new passphrase of hers');
  await page.locator('#one').fill(lines[2] ?? '');
  await page.locator('#other').fill(lines[2] ?? '');
  await page.getByRole('button', { name: 'Recover my keys' }).click();
  await expect(page.getByText('the same line twice')).toBeVisible();
  await page.locator('#other').fill((lines[0] ?? '').toLowerCase());
  await page.getByRole('button', { name: 'Recover my keys' }).click();
  await expect(page.locator('#phrase')).toHaveText(phrase, { timeout: 60_000 });

  expect(asked.filter(url => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  expect(troubles).toEqual([]);
});
