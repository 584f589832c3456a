import { openLetter } from '../../../shared/letter/envelope.ts';
import type { JusticeKeys } from '../../../shared/letter/justice-key.ts';
import { expect, test } from '../../helpers/browser.ts';
import { makeJustice } from '../../helpers/justice.ts';
import { JusticeOffice } from '../../helpers/justice-office.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';

/** Every sealed letter that lies on this kiosk. */
const lettersOf = (page: Hand['page']): Promise<string[]> =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const asked = indexedDB.open('sauti-letters');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const all = asked.result.transaction('trays').objectStore('trays').getAll();
          all.onsuccess = () => resolve(all.result.flatMap((tray: { letters: string[] }) => tray.letters));
        };
      }),
  );

async function openedBy(keys: JusticeKeys, prison: string, letters: readonly string[]) {
  const opened = await Promise.all(letters.map(letter => openLetter(keys.sealing, prison, letter)));
  return opened.filter(one => (one as { type?: string } | null)?.type === 'letter');
}

test('a letter to the visiting justice, with the server gone', async ({ server, newBrowser }) => {
  const browser = await newBrowser();
  const page = await browser.open();
  const office = new JusticeOffice(page, server.origin);
  const justice = await makeJustice('Anne');
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);

  await hand.tap('Complaint');
  await hand.at('who');
  await expect(page.getByRole('button', { name: /visiting justice/ })).toHaveCount(0);

  await office.direct('CGP/12/2026');
  await office.giveKey(justice);
  const { prison } = await office.pack();
  await page.goto(server.origin);
  await hand.tap('Complaint');
  await page.getByRole('button', { name: /^Write to the visiting justice/ }).waitFor();
  await expect.poll(async () => (await lettersOf(page)).length).toBe(8);
  await server.stop();

  await hand.tap(/^Write to the visiting justice/);
  await expect(page.getByText('People who can open it: 1.')).toBeVisible();
  await hand.tap(/^Write a letter/);
  await hand.tap(/^Without my name/);
  for (const answer of ['Food', /Too little/, 'Today', /Only me/, 'No, go on', 'Send'])
    await hand.tap(answer);
  await hand.at('letter-receipt');
  const code = (await page.locator('.k-receipt__code').innerText()).replace(/[^0-9A-Z]/g, '');

  const letters = await lettersOf(page);
  expect(letters).toHaveLength(8);
  expect(new Set(letters.map(letter => letter.length)).size).toBe(1);
  expect(await openedBy(justice, prison.id, letters)).toMatchObject([{ code, matter: { kind: 'food' } }]);
  expect(await openedBy(await makeJustice('Stranger'), prison.id, letters)).toEqual([]);
});
