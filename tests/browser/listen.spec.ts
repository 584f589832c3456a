import { expect, test } from '../helpers/browser.ts';
import { KioskEars } from '../helpers/kiosk-ears.ts';

test('with the network cut Listen speaks the screen, a tile is heard before it is chosen, and leaving is silence', async ({
  kiosk: { page, hand, problems },
}) => {
  const ears = await KioskEars.at(page);
  await hand.at('first');
  await page.context().setOffline(true);
  try {
    await page.getByRole('button', { name: 'Listen' }).click();
    await expect.poll(() => ears.seconds(), { timeout: 20_000 }).toBeGreaterThan(0.3);
    await expect(page.getByRole('button', { name: 'Louder' })).toBeVisible();
    await page.locator('.k-tile', { hasText: 'Rules' }).click();
    await expect(page.locator('.k-tile[data-spoken]')).toHaveText('Rules');
    await hand.at('first');
    await page.locator('.k-tile', { hasText: 'Rules' }).click();
    await hand.at('contents');
    await expect(page.getByRole('button', { name: 'Listen' })).toBeVisible();
    await ears.deafen();
    await page.waitForTimeout(300);
    expect(await ears.seconds()).toBe(0);
  } finally {
    await page.context().setOffline(false);
  }
  expect(problems.filter(problem => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
});
