import type { Page } from '@playwright/test';
import { expect, test } from '../../helpers/browser.ts';
import { KioskEars } from '../../helpers/kiosk-ears.ts';
import { Hand, wekesa } from '../../helpers/kiosk-person.ts';

const listen = (page: Page) => page.locator('.k-corner--listen');

/** The server says that this kiosk has a speaker, from the next settings on. */
async function giveSpeaker(page: Page): Promise<void> {
  await page.route('**/api/kiosks/settings', async route => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), mode: 'speaker' } });
  });
}

for (const [language, name] of [
  ['English', 'English'],
  ['Kiswahili', 'Kiswahili'],
  ['Oromo', 'Afaan Oromoo'],
] as const)
  test(`speech is heard in ${language} with the network cut, and its words are marked`, async ({
    kiosk: { page, hand },
  }) => {
    const ears = await KioskEars.at(page);
    await hand.at('first');
    await page.getByRole('button', { name, exact: true }).click();
    await hand.at('first');
    await page.context().setOffline(true);
    try {
      await page.locator('.k-tile').last().click();
      await hand.at('help');
      await ears.deafen();
      await listen(page).click();
      await expect.poll(() => ears.seconds(), { timeout: 30_000 }).toBeGreaterThan(2);
      expect(await ears.loudest()).toBeGreaterThan(0.05);
      await expect
        .poll(() => page.evaluate(() => [...(CSS.highlights.get('spoken') ?? [])].map(String).join('')), {
          timeout: 20_000,
        })
        .toMatch(/\p{L}/u);
    } finally {
      await page.context().setOffline(false);
    }
  });

test('a language without a voice is heard in Kiswahili, which is what the screen shows then, and says so', async ({
  kiosk: { page, hand },
}) => {
  const ears = await KioskEars.at(page);
  await hand.at('first');
  await page.getByRole('button', { name: 'Gĩkũyũ' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ki');
  await page.locator('.k-tile').last().click();
  await hand.at('help');
  await listen(page).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'sw');
  await expect(page.getByText('Bado hakuna sauti ya Gĩkũyũ. Unasikia Kiswahili.')).toBeVisible();
  await expect.poll(() => ears.seconds(), { timeout: 30_000 }).toBeGreaterThan(1);
  await page.locator('.k-corner--language').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'ki');
  await expect(listen(page)).toHaveAttribute('aria-pressed', 'false');
});

test('over a speaker what is somebody’s is heard only after asking, and softly; a refusal is silence', async ({
  kiosk: { page, hand },
}) => {
  await giveSpeaker(page);
  const ears = await KioskEars.at(page);
  await hand.at('first');
  await listen(page).click();
  await expect.poll(() => ears.loudest(), { timeout: 30_000 }).toBeGreaterThan(0.1);
  await listen(page).click();
  await hand.at('first');
  // Heard before it is chosen, and chosen: what a complaint is about is nobody else's business.
  const complaint = page.locator('.k-tile', { hasText: 'Complaint' });
  await complaint.click();
  await expect(complaint).toHaveAttribute('data-spoken');
  await hand.at('first');
  await complaint.click();
  await hand.at('who');
  await ears.deafen();
  await page.locator('.k-tile').last().click();
  await expect(page.getByText('Other people may hear this. Play it?')).toBeVisible();
  await page.waitForTimeout(500);
  expect(await ears.seconds()).toBe(0);
  await page.getByRole('button', { name: 'Do not play it' }).click();
  await hand.at('who');
  await page.locator('.k-tile').last().click();
  await hand.at('question');
  expect(await ears.seconds()).toBe(0);
  await listen(page).click();
  await page.getByRole('button', { name: 'Play it softly' }).click();
  await expect.poll(() => ears.seconds(), { timeout: 30_000 }).toBeGreaterThan(1);
  expect(await ears.loudest()).toBeLessThan(0.1);
});

test('a reply is read in the handset; a number and a PIN that are typed are said on no kiosk', async ({
  kiosk: { page, hand },
}) => {
  const ears = await KioskEars.at(page);
  await hand.at('first');
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.type(wekesa.number);
  // What the engine is given to say is what is said.
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, message: { text?: string }) {
      said.push(message.text ?? '');
      post.call(this, message);
    };
  });
  const said = () =>
    page.evaluate(() => (globalThis as unknown as { said: string[] }).said.join(' ').replaceAll(/\s+/g, ' '));
  await listen(page).click();
  await expect.poll(said, { timeout: 20_000 }).toContain('Your prison number');
  await listen(page).click();
  expect(await said()).not.toContain(wekesa.number);
  await hand.ok();
  await hand.type(wekesa.pin);
  await hand.ok();
  await hand.at('submissions');
  const answered = page
    .locator('.k-row')
    .filter({ hasText: /Answered|Reply|Settled/ })
    .first();
  await answered.click();
  await expect(answered).toHaveAttribute('data-spoken');
  await answered.click();
  await hand.at('submission');
  const reply = ((await page.locator('.k-reply__text').first().textContent()) ?? '').trim().slice(0, 20);
  await listen(page).click();
  await expect.poll(said, { timeout: 60_000 }).toContain(reply);
  expect(await ears.seconds()).toBeGreaterThan(0);
  await page.locator('.k-corner--rules').click();
  await hand.at('contents');
  await ears.deafen();
  await page.waitForTimeout(300);
  expect(await ears.seconds()).toBe(0);
});

test('the timers of a turn count from the end of the sound, and the countdown is spoken in the handset', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(150_000);
  const page = await (await newBrowser()).open();
  await page.goto(server.origin);
  await expect(page.getByText('Connected')).toBeVisible();
  const ears = await KioskEars.at(page);
  const hand = new Hand(page);
  await hand.at('first');
  await hand.tap('Complaint');
  await hand.tap(/^Without my name/);
  await hand.at('question');
  await listen(page).click();
  await expect(listen(page)).toHaveAttribute('aria-pressed', 'true');
  await expect(listen(page)).toHaveAttribute('aria-pressed', 'false', { timeout: 60_000 });
  const ended = Date.now();
  await expect(page.getByText('The screen is covered.')).toBeVisible({ timeout: 30_000 });
  expect(Date.now() - ended).toBeGreaterThan(18_000);
  await ears.deafen();
  await expect(page.getByText('Touch for one more minute.')).toBeVisible({ timeout: 30_000 });
  await expect.poll(() => ears.seconds(), { timeout: 10_000 }).toBeGreaterThan(0.3);
});
