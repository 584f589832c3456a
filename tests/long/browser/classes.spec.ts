import { expect, test } from '../../helpers/browser.ts';
import { mutua } from '../../helpers/kiosk-person.ts';

test('who waits for his court sees his day in court and his own pages, and no dates of release', async ({
  kiosk: { page, hand },
}) => {
  await hand.tap('Release dates');
  await hand.tap(/^My own dates/);
  await hand.signIn(mutua);
  await hand.at('own');
  await expect(page.getByText(/^My day in court: .* Nakuru Law Courts$/)).toBeVisible();
  await expect(page.locator('.k-date')).toHaveCount(0);
  await hand.tap('More to read');
  await expect(page.getByRole('button', { name: /^Bail / })).toBeVisible();
  // Stages and remission are for who serves a term: not in his list, and found by everybody without a number.
  await expect(page.getByRole('button', { name: /^Stages and privileges/ })).toHaveCount(0);
  await hand.tap(/^Bail /);
  await expect(page.getByRole('heading', { name: 'Bail' })).toBeVisible();
});
