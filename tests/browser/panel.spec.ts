import { expect, test } from '../helpers/browser.ts';
import { expectAccessible, expectInside, expectSound } from '../helpers/page-checks.ts';
import { signInToPanel } from '../helpers/panel-officer.ts';

/** Each role's own pages, as its menu offers them. */
const tours = [
  [
    'officer-in-charge',
    ['', 'cases?list=answered', 'irregularities', 'kiosks', 'staff', 'backups', 'time', 'law', 'password'],
  ],
  ['reader', ['', 'cases']],
  ['kitchen', ['']],
  ['justice', ['cases', 'claims', 'irregularities']],
  ['administrator', ['', 'staff', 'backups', 'time']],
  ['medical', ['']],
] as const;

for (const colorScheme of ['light', 'dark'] as const)
  test(`every page of the panel is sound in ${colorScheme}, for each role that has it`, async ({
    server,
    newBrowser,
    watch,
  }) => {
    test.setTimeout(180_000);
    const office = await newBrowser({ width: 1280, height: 800 });
    const page = await office.open();
    await page.emulateMedia({ colorScheme });
    const problems = watch(page);
    /** The dark looks differ from the light in their colours alone. */
    const look = async (where: string) => {
      if (colorScheme === 'light') return expectSound(page, where);
      await expectInside(page, where);
      await expectAccessible(page, where, ['color-contrast']);
    };
    await page.goto(`${server.origin}/admin/`);
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await look('the sign-in page');
    problems.length = 0;
    for (const [username, pages] of tours) {
      await signInToPanel(page, server.origin, username);
      for (const path of pages) {
        await page.goto(`${server.origin}/admin/${path}`);
        await expect(page.locator('main h1, h1').first()).toBeVisible();
        await page.waitForTimeout(400);
        await look(`${username} /${path}`);
      }
      const first = page.locator('main a[href*="/admin/cases/"]').first();
      await page.goto(`${server.origin}/admin/`);
      await page.waitForTimeout(600);
      if ((await first.count()) > 0) {
        await first.click();
        await expect(page.getByRole('heading', { name: /^Case / })).toBeVisible();
        await page.waitForTimeout(300);
        await look(`${username}: a case`);
      }
      await page.getByRole('button', { name: 'Sign out' }).click();
      await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    }
    // Being asked who one is, before signing in, is answered 401: that is the question, not a fault.
    expect(problems.filter(problem => !problem.includes('401'))).toEqual([]);
  });

test('an answer waits ten seconds and can be called back, by keyboard alone', async ({
  server,
  newBrowser,
}) => {
  const office = await newBrowser({ width: 1280, height: 800 });
  const page = await office.open();
  await signInToPanel(page, server.origin, 'officer-in-charge');
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

test('a unit is shown no name that its answer does not need', async ({ server, newBrowser }) => {
  const office = await newBrowser({ width: 1280, height: 800 });
  const page = await office.open();
  await signInToPanel(page, server.origin, 'kitchen');
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
