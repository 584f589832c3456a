import { expect, test } from '../../helpers/browser.ts';
import { mutua } from '../../helpers/kiosk-person.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';
import { RecordOffice } from '../../helpers/record-office.ts';

test('the statement of a month prints with the sums worked out by hand, and nothing else of the panel', async ({
  server,
  newBrowser,
}) => {
  test.setTimeout(120_000);
  const browser = await newBrowser();
  const page = await browser.open();
  await signInToPanel(page, server.origin, 'records');
  const office = new RecordOffice(page, server.origin);
  const id = await office.idOf(mutua.number);
  await office.enterMarch(id);
  await page.goto(`${server.origin}/admin/prisoners/${id}/earnings`);
  const month = page.locator('.p-filters strong');
  for (let back = 0; back < 60 && (await month.innerText()) !== 'March 2025'; back += 1)
    await page.locator('.p-filters button').first().click();

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Statement of March 2025' })).toBeVisible();
  await expect(page.getByText(/^Printed .*rules 19 to 21\.$/)).toBeVisible();
  const sums = page.locator('.p-sums li');
  // 18 × 20 cents and 1 × 15 cents; a shilling was spent.
  await expect(sums).toHaveText([/18 days.*KSh 3\.60/, /1 day .*KSh 0\.15/, /KSh 1\.00/]);
  // Two thirds of 3.75 are 2.50, of which 1.00 is gone.
  const balance = page.locator('.p-dates tbody tr');
  await expect(balance).toHaveText([/KSh 0\.00KSh 1\.50$/, /KSh 0\.00KSh 1\.25$/]);
  await expect(page.locator('table', { hasText: 'Canteen' }).locator('tbody tr')).toHaveCount(20);
  for (const name of ['Print the statement', 'Take off', 'As it stood on another day', 'Sign out'])
    await expect(page.getByRole('button', { name })).toBeHidden();
});
