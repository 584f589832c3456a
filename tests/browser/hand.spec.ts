import { expect, type Page, test } from '../helpers/browser.ts';

async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const box = await page.getByRole('button', { name, exact: true }).first().boundingBox();
  if (!box) throw new Error(`${name} is not on the screen`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

const screen = (page: Page) => page.locator('[data-screen]').first().getAttribute('data-screen');

test.describe('the one gesture', () => {
  test('a tap is a finger that leaves the glass where it came down', async ({ kiosk: { page, hand } }) => {
    const help = await middleOf(page, 'Help');
    const complaint = await middleOf(page, 'Complaint');

    // Down on one thing, up on another: neither was meant.
    await page.mouse.move(help.x, help.y);
    await page.mouse.down();
    await page.mouse.move(complaint.x, complaint.y);
    await page.mouse.up();
    await page.waitForTimeout(100);
    expect(await screen(page)).toBe('first');

    await page.mouse.move(help.x, help.y);
    await page.mouse.down();
    expect(await screen(page)).toBe('first');
    await page.mouse.up();
    await hand.at('help');
  });

  test('a second tap on what was there presses nothing on what appears', async ({
    kiosk: { page, hand },
  }) => {
    await hand.tap('Complaint');
    await hand.tap(/^Without my name/);
    await hand.at('question');
    const food = await middleOf(page, 'Food');
    for (let taps = 0; taps < 4; taps += 1) {
      await page.mouse.move(food.x, food.y);
      await page.mouse.down();
      await page.mouse.up();
    }
    await page.waitForTimeout(100);
    await expect(page.getByRole('heading', { name: 'What is wrong with the food?' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'When was it?' })).toHaveCount(0);
  });

  test('no menu, no selection and no zoom answer a finger', async ({ kiosk: { page } }) => {
    const refused = await page.evaluate(() => {
      const target = document.querySelector('.k-tile') ?? document.body;
      const tried = [
        new MouseEvent('contextmenu', { bubbles: true, cancelable: true }),
        new Event('selectstart', { bubbles: true, cancelable: true }),
        new DragEvent('dragstart', { bubbles: true, cancelable: true }),
        new WheelEvent('wheel', { bubbles: true, cancelable: true, ctrlKey: true }),
        new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ctrlKey: true, key: '+' }),
      ];
      return tried.map(event => !target.dispatchEvent(event));
    });
    expect(refused).toEqual([true, true, true, true, true]);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).touchAction)).toBe(
      'pan-x pan-y',
    );
  });
});

test('the first screen hears a finger before the app is there, shows it, and does then what was meant', async ({
  newBrowser,
  standing,
}) => {
  const page = await (await newBrowser()).open();
  const held = Promise.withResolvers<void>();
  await page.route('**/assets/index-*.js', async route => {
    await held.promise;
    await route.continue();
  });
  await page.goto(standing.server.origin);
  const [kiswahili, complaint] = await Promise.all(
    ['Kiswahili', 'Complaint'].map(name => middleOf(page, name)),
  );
  for (const spot of [kiswahili, complaint]) if (spot) await page.mouse.click(spot.x, spot.y);
  await expect(page.locator('[data-pressed]')).toHaveText(['Kiswahili', 'Complaint']);
  // Slid off: not meant.
  const help = await middleOf(page, 'Help');
  await page.mouse.move(help.x, help.y);
  await page.mouse.down();
  await page.mouse.move(10, 300);
  await page.mouse.up();
  expect(await screen(page)).toBe('first');
  const app = await page.locator('.k-app').elementHandle();
  held.resolve();
  await expect(page.locator('main')).toHaveAttribute('data-screen', 'who');
  await expect(page.getByRole('button', { name: 'English', exact: true })).toBeVisible();
  // The app took over what stood there: nothing was drawn twice.
  expect(await app?.evaluate(element => element.isConnected)).toBe(true);
  await expect(page.locator('[data-pressed]')).toHaveCount(0);
});

test('a keyboard alone finds its way, and hears the title of each screen', async ({
  kiosk: { page, hand },
}) => {
  await page.getByRole('button', { name: 'Complaint', exact: true }).focus();
  await page.keyboard.press('Enter');
  await hand.at('who');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  expect(await focused()).toBe('Do you want to give your number?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await hand.at('question');
  expect(await focused()).toBe('What is it about?');
});

test('the kiosk’s own keyboard writes, corrects and leaves nothing of a line behind', async ({
  kiosk: { page, hand },
}) => {
  await page.setViewportSize({ width: 1024, height: 600 });
  await hand.tap('Complaint');
  await hand.tap(/^Without my name/);
  for (const answer of ['Food', 'Dirty', 'Today', 'Only me', 'Yes, write']) await hand.tap(answer);
  await hand.at('write');
  const key = (name: string | RegExp) =>
    page
      .locator('.k-keyboard')
      .getByRole('button', { name, exact: typeof name === 'string' })
      .click();
  for (const letter of ['R', 'a', 'w', 'w']) await key(letter);
  await key('Delete');
  await key('.');
  await key('Space');
  for (const letter of ['A', 'g', 'a', 'i', 'n']) await key(letter);
  await key(/^123/);
  await key('2');
  const text = page.getByRole('textbox');
  await expect(text).toHaveValue('Raw. Again2');

  // Corrected in the middle: the place in the text stays where it was put.
  await text.press('Home');
  await key('1');
  await expect(text).toHaveValue('1Raw. Again2');
  await hand.tap('Go on');
  await expect(page.getByText('1Raw. Again2')).toBeVisible();
  await hand.tap('Home');
  await hand.tap('Do not send');
  await hand.at('first');
  await expect(page.getByText('1Raw. Again2')).toHaveCount(0);
});
