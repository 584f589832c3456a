import { expect, test } from '../../helpers/browser.ts';
import { barasa } from '../../helpers/kiosk-person.ts';

test('who does not read digits signs in with his five pictures, in their order alone', async ({
  kiosk: { page, hand },
}) => {
  await hand.tap('Release dates');
  await hand.tap(/^My own dates/);
  await hand.type(barasa.number);
  await hand.ok();
  await hand.at('pin');
  await hand.tap(/Pictures$/);
  await hand.type(barasa.pictures.toReversed());
  await hand.ok();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await hand.type(barasa.pictures);
  await hand.ok();
  // He serves a term and has appealed: his dates, and above them his court.
  await hand.at('record');
  await expect(page.getByRole('button', { name: 'Your appeal waits' })).toBeVisible();
  await expect(page.getByText(/High Court, Eldoret$/)).toBeVisible();
  await expect(page.locator('.k-date')).toHaveCount(2);
});
