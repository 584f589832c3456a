import type { ContentText } from '../../shared/content/schema.ts';
import { expect, test } from '../helpers/browser.ts';
import { OfficeApi } from '../helpers/office-api.ts';

type Words = ContentText['english'];

/** One person writes, another reviews and publishes, as far as the API is concerned. */
async function publish(api: OfficeApi, words: Words): Promise<void> {
  await api.signInAs('translator');
  const { id } = await api.ask<{ id: string }>('POST', `/api/content/${words.id}/en`, {
    words,
    readers: [],
    source: null,
  });
  await api.signInAs('editor');
  for (const action of ['review', 'publish'])
    await api.ask('POST', `/api/content/versions/${id}/step`, { action, validFrom: null, reason: null });
}

test('a page that two people publish reaches an open kiosk, and not under the eyes of who reads it', async ({
  kiosk: { page, hand, origin, problems },
  office,
}) => {
  const api = new OfficeApi(office.page, origin);
  await api.signInAs('editor');
  const { english } = await api.ask<ContentText>('GET', '/api/content/exercise/en');
  await page.evaluate(() => Object.assign(globalThis, { sameLoad: true }));
  const hear = () => page.evaluate(() => dispatchEvent(new Event('online')));
  const reading = page.locator('.k-article__title');
  const open = async () => {
    await hand.tap('Rules');
    await hand.tap('Food, clothes, health');
    await hand.tap(/^(Exercise|Your hour)/);
    await hand.at('content');
  };
  await open();
  await expect(reading).toHaveText(english.title);

  await publish(api, { ...english, title: 'Your hour outside' });
  const fetched = page.waitForResponse(/\/api\/kiosks\/content$/);
  await hear();
  await fetched;
  await expect(reading).toHaveText(english.title);

  await hand.tap('Home');
  await hand.at('first');
  await open();
  await expect(reading).toHaveText('Your hour outside');
  expect(await page.evaluate(() => 'sameLoad' in globalThis)).toBe(true);

  // Left as it was found: the former words again, as one more version.
  await publish(api, english);
  expect(problems).toEqual([]);
});
