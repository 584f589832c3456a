import { expect, test } from '../helpers/browser.ts';
import { signInToPanel } from '../helpers/panel-officer.ts';
import { expectSoundTour } from '../helpers/panel-tour.ts';

// Every role's pages, and the dark, are toured in the long checks: most of them are these again.
expectSoundTour('officer-in-charge');

test('an answer waits ten seconds and can be called back, by keyboard alone', async ({
  office: { page, origin },
}) => {
  await signInToPanel(page, origin, 'officer-in-charge');
  await expect(page.locator('main a[href*="/admin/cases/"]').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /^Case / })).toBeVisible();
  const address = page.url();
  await expect(page.getByRole('button', { name: /^Answer/ }).first()).toBeVisible();
  await page.keyboard.press('r');
  await page.getByText('Passed on', { exact: true }).first().click();
  await page.getByLabel(/Passed on to/).fill('the stores');
  await page
    .getByLabel(/Words to the prisoner/)
    .fill('The stores will bring it. Say so here if they do not.');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('button', { name: /Call back/ })
    .first()
    .click();
  await expect(page.getByText('Called back, never sent')).toBeVisible();
  await page.goto(address);
  await expect(page.getByRole('button', { name: /^Answer/ }).first()).toBeVisible();
});

test('whose session ended unseen signs in to his cases, not to what was refused before', async ({
  office: { page, origin },
}) => {
  await signInToPanel(page, origin, 'kitchen');
  await page.context().clearCookies();
  // The first stream of events would have everything read again, sooner or later.
  await page.route('**/api/events*', route => route.abort());
  await signInToPanel(page, origin, 'kitchen');
  await expect(page.locator('main a[href*="/admin/cases/"]').first()).toBeVisible();
});

test('a unit is shown no name that its answer does not need', async ({ office: { page, origin } }) => {
  await signInToPanel(page, origin, 'kitchen');
  const first = page.locator('main a[href*="/admin/cases/"]').first();
  await expect(first).toBeVisible();
  const answers: string[] = [];
  page.on('response', async response => {
    if (/\/api\/cases\/\d+$/.test(response.url())) answers.push(await response.text());
  });
  await first.click();
  await expect(page.getByRole('heading', { name: /^Case / })).toBeVisible();
  await expect(page.getByText('Not shown').first()).toBeVisible();
  await expect.poll(() => answers.length).toBeGreaterThan(0);
  expect(JSON.parse(answers[0] ?? '{}')).toMatchObject({ prisoner: null, named: [] });
});
