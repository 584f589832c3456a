import type { Page } from '@playwright/test';
import { expect, test } from '../../helpers/browser.ts';
import { JusticeOffice } from '../../helpers/justice-office.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { goByMenu, signInToPanel } from '../../helpers/panel-officer.ts';
import { ReaderPage } from '../../helpers/reader-page.ts';

const passphrase = 'chai ya asubuhi mapema';

/** The day of the tray that lies here is over: tonight's batch leaves at the next round. */
const aDayLater = (kiosk: Page): Promise<void> =>
  kiosk.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open('sauti-letters');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const writing = asked.result.transaction('trays', 'readwrite');
          const trays = writing.objectStore('trays');
          const all = trays.getAll();
          all.onsuccess = () => {
            for (const tray of all.result) trays.put({ ...tray, begunOn: '2020-01-01' });
          };
          writing.oncomplete = () => {
            asked.result.close();
            resolve();
          };
        };
      }),
  );

async function bring(panel: Page, file: string, words: string): Promise<void> {
  await panel.getByRole('button', { name: 'Bring a file from the reader' }).click();
  await panel.getByLabel('The file').setInputFiles(file);
  await expect(panel.getByRole('dialog')).toContainText(words);
  await panel.getByRole('button', { name: 'Enter it' }).click();
  await expect(panel.getByRole('dialog')).toHaveCount(0);
}

test('a letter goes from the kiosk by the panel to the reader, and its answer back to its code', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(240_000);
  const kiosk = await (await newBrowser()).open();
  const other = await newBrowser();
  const panel = await other.open();
  const reader = new ReaderPage(await other.context.newPage());
  const office = new JusticeOffice(panel, server.origin);
  await office.direct('CGP/12/2026');
  await signInToPanel(panel, server.origin, 'justice');
  await goByMenu(panel, 'Sealed letters');
  await expect(panel.getByText('No visiting justice has given a key here yet')).toBeVisible();
  const prison = await panel.locator('.p-letter__id').innerText();

  await reader.open();
  const phrase = await reader.makeKeys('Anne', passphrase, prison);
  await bring(panel, await reader.save(/what you signed/, 'line.json'), phrase);
  await expect(panel.getByRole('cell', { name: phrase })).toBeVisible();

  await kiosk.goto(server.origin);
  await untilItWorksAlone(kiosk);
  const hand = new Hand(kiosk);
  await hand.tap('Complaint');
  await hand.tap(/^Write to the visiting justice/);
  await expect(kiosk.getByText(phrase)).toBeVisible();
  await hand.tap(/^Write a letter/);
  await hand.tap(/^Without my name/);
  for (const answer of ['Bedding', /No blanket/, 'Today', /Only me/, 'No, go on', 'Send'])
    await hand.tap(answer);
  await hand.at('letter-receipt');
  const code = (await kiosk.locator('.k-receipt__code').innerText()).replace(/[^0-9A-Z]/g, '');
  await hand.tap('Done');
  await aDayLater(kiosk);
  await kiosk.reload();
  await untilItWorksAlone(kiosk);
  await expect
    .poll(async () => {
      await panel.reload();
      return panel.locator('.p-letter .p-facts').innerText();
    })
    .toMatch(/Trays that came\s+1\b/);

  await reader.save('Save the pack', 'pack.json', panel);
  await reader.page.reload();
  await reader.unlock('Anne', passphrase);
  await reader.openPack('pack.json');
  const letter = reader.page.locator('#results section');
  await expect(letter).toHaveCount(1);
  await expect(letter).toContainText('Bedding: no blanket');
  await letter.getByLabel('Your answer').selectOption('I will see you');
  await reader.page.getByText('Take the answers back').click();
  await reader.page.locator('#next-visit').fill('2031-04-07');
  await reader.page.getByRole('button', { name: 'Sign', exact: true }).first().click();
  const answers = await reader.save('Save the answers', 'answers.json');
  await bring(panel, answers, 'Next visit: 7 Apr 2031');

  await kiosk.reload();
  await untilItWorksAlone(kiosk);
  await hand.tap('My submissions');
  await hand.tap(/^I have a code/);
  await hand.type(code);
  await hand.ok();
  await expect(kiosk.getByText('I will see you')).toBeVisible();
  reader.remove();
});
