import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, type Page, test } from '../helpers/browser.ts';
import { Hand, untilItWorksAlone, wekesa } from '../helpers/kiosk-person.ts';

/** A kiosk is started as an application; a plain tab keeps its keys, so this page is told that it is none. */
function asApplication(page: Page): Promise<unknown> {
  return page.addInitScript(() => {
    const asked = matchMedia.bind(globalThis);
    globalThis.matchMedia = query =>
      asked(query.replace('(display-mode: browser)', '(display-mode: standalone)'));
  });
}

/** As fast as a reader sends, in the page itself: a driver's own keys come as slowly as a hand's. */
function swipe(page: Page, text: string): Promise<void> {
  return page.evaluate(keys => {
    for (const key of [...keys, 'Enter'])
      for (const name of ['keydown', 'keyup'])
        (document.activeElement ?? document).dispatchEvent(
          new KeyboardEvent(name, { key, bubbles: true, cancelable: true }),
        );
  }, text);
}

test('a card gives the number and the PIN is still asked; any other key of a keyboard does nothing', async ({
  server,
  newBrowser,
}) => {
  await server.stop();
  const database = new DatabaseSync(join(server.dataDir, 'sauti.sqlite'));
  // Every kiosk that enrols from now on has a reader, as one that was enrolled with it in the panel.
  database.exec(
    "create trigger with_reader after insert on kiosk begin update kiosk set card_prefix = '%' where id = new.id; end",
  );
  database.close();
  await server.start();
  const browser = await newBrowser();
  const page = await browser.open();
  await asApplication(page);
  await page.goto(server.origin);
  await untilItWorksAlone(page);
  const hand = new Hand(page);

  // On the first screen: neither a keyboard nor a card does anything.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await swipe(page, `%${wekesa.number}`);
  await hand.at('first');
  expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BUTTON');

  await hand.tap('Complaint');
  await hand.tap(/^With my number/);
  await hand.at('number');
  await page.keyboard.type('1024', { delay: 80 });
  await page.keyboard.press('Enter');
  await swipe(page, wekesa.number);
  await hand.at('number');
  await expect(page.getByLabel('Prison number: nothing typed yet')).toBeVisible();
  await swipe(page, '%not a number');
  await expect(page.getByRole('alert')).toHaveText('This does not look like a prison number.');
  await swipe(page, `%${wekesa.number}`);
  await hand.at('pin');

  // Nobody types a PIN by keyboard, and a card says nothing here.
  await page.keyboard.type(wekesa.pin, { delay: 80 });
  await swipe(page, `%${wekesa.number}`);
  await hand.at('pin');
  await expect(page.locator('.k-pin__dot[data-filled]')).toHaveCount(0);
  await hand.type(wekesa.pin);
  await hand.ok();
  await hand.at('question');
});
