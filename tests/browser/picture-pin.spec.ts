import { expect, test } from '../helpers/browser.ts';
import { barasa } from '../helpers/kiosk-person.ts';

test('who does not read digits signs in with his five pictures, in their order alone', async ({
  kiosk: { page, hand },
}) => {
  await hand.tap('My submissions');
  await hand.tap(/^Number and PIN/);
  await hand.type(barasa.number);
  await hand.ok();
  await hand.at('pin');
  await hand.tap(/Pictures$/);
  await hand.type(barasa.pictures.toReversed());
  await hand.ok();
  await expect(page.getByRole('alert')).not.toBeEmpty();
  await hand.type(barasa.pictures);
  await hand.ok();
  await hand.at('submissions');
});
