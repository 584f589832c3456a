import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import english from '../../../locales/en/kiosk.json' with { type: 'json' };
import { expect, test } from '../../helpers/browser.ts';
import { Hand } from '../../helpers/kiosk-person.ts';
import { lookerAt } from '../../helpers/kiosk-screens.ts';
import { type KioskWords, walkComplaint, walkTheRest } from '../../helpers/kiosk-walk.ts';
import { expectUncut } from '../../helpers/page-checks.ts';
import { kioskWords, localesFolder, type Words } from '../../helpers/texts.ts';

/** Each word of a text 40 % longer by its own letters; what is put in stays, and what is alike everywhere: OK, PIN. */
const lengthened = (text: string) =>
  text.replace(/\{\{.*?\}\}|\p{L}+/gu, word =>
    /^(\{|\p{Lu}+$)/u.test(word) ? word : word + word.toLowerCase().slice(0, Math.ceil(word.length * 0.4)),
  );

const longer = (words: Words): Words =>
  Object.fromEntries(
    Object.entries(words).map(([key, value]) => [
      key,
      typeof value === 'string' ? lengthened(value) : longer(value),
    ]),
  );

const pseudo = longer(english) as KioskWords;
/** The language in whose place it is spoken. */
const place = 'Soomaali';

/** The words of one language come as those of the pseudo-language; without a worker all are fetched anew. */
async function speakLonger(page: Page): Promise<void> {
  const mark = kioskWords('so').first.stages;
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => new Promise(() => undefined);
  });
  await page.route(/\/assets\/kiosk-[^/]*\.js$/, async route => {
    const response = await route.fetch();
    if (!(await response.text()).includes(mark)) return route.fulfill({ response });
    return route.fulfill({ response, body: `export default ${JSON.stringify(pseudo)}` });
  });
}

test('words are 40 % longer, and what is put into them stays', () => {
  expect(lengthened('Step {{now}} of {{all}}')).toBe('Stepst {{now}} ofo {{all}}');
  const length = (text: string) => text.replace(/\{\{.*?\}\}/g, '').length;
  const source = readFileSync(join(localesFolder, 'en', 'kiosk.json'), 'utf8');
  expect(length(JSON.stringify(pseudo)) / length(JSON.stringify(JSON.parse(source)))).toBeGreaterThan(1.2);
});

test('a language 40 % longer than English fits every screen of the kiosk', async ({ server, newBrowser }) => {
  test.setTimeout(600_000);
  const page = await (await newBrowser()).open();
  await speakLonger(page);
  await page.goto(server.origin);
  const hand = new Hand(page);
  await hand.at('first');
  const fits = lookerAt(page, 'longer');
  const look: typeof fits = async (where, options) => {
    await fits(where, options);
    await expectUncut(page, where);
  };
  const walk = { page, hand, words: pseudo, look };
  await hand.tap(place);
  await expect(page.getByRole('button', { name: pseudo.first.complaint, exact: true })).toBeVisible();
  await walkComplaint(walk);
  await walkTheRest(walk);
});
