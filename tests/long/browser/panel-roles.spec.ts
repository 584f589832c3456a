import { expect, test } from '../../helpers/browser.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';
import { expectSoundTour, expectToFit, tour } from '../../helpers/panel-tour.ts';

/** Every role with pages of its own. */
const roles = [
  'officer-in-charge',
  'reader',
  'kitchen',
  'records',
  'medical',
  'justice',
  'commissioner',
  'administrator',
  'editor',
] as const;
for (const username of roles) expectSoundTour(username);

test('every page of the panel fits in Kiswahili too', async ({ office: { page, origin } }) => {
  await signInToPanel(page, origin, 'officer-in-charge');
  // The browser remembers the language that somebody chose in it.
  await page.evaluate(() => localStorage.setItem('sauti-panel-language', 'sw'));
  await tour(page, expectToFit);
  await expect(page.locator('html')).toHaveAttribute('lang', 'sw');
  await page.evaluate(() => localStorage.removeItem('sauti-panel-language'));
});
