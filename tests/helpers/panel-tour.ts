import { expect, type Page, sizes, test } from './browser.ts';
import { expectAccessible, expectInside, keepPicture } from './page-checks.ts';
import { signInToPanel } from './panel-officer.ts';
import { thorough } from './thorough.ts';

/** What the page owes is checked when it stands still, or a colour would be taken half faded. */
async function settled(page: Page): Promise<void> {
  await expect(page.locator('main h1, h1').first()).toBeVisible();
  await page.waitForTimeout(300);
}

export async function expectToFit(page: Page, where: string): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size);
    await expectInside(page, `${where} at ${size.width}×${size.height}`);
  }
  await page.setViewportSize(sizes[1]);
  await keepPicture(page, where);
}

/** On all sizes, and everything in the light; the dark differs from it in its colours alone. */
async function look(page: Page, where: string): Promise<void> {
  await expectToFit(page, where);
  await expectAccessible(page, where);
  if (!thorough) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, `${where} in the dark`, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Follows every link of the menu, and from each list the first case or person. */
export async function tour(page: Page, see: (page: Page, where: string) => Promise<void>): Promise<void> {
  const menu = page.locator('.p-nav__list a, .p-self__item[href]');
  const addresses = await menu.evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''));
  const inner = new Set<string>();
  for (const address of ['/admin/', ...addresses]) {
    await page.goto(new URL(address, page.url()).href);
    await settled(page);
    await see(page, address);
    const first = page
      .locator('main')
      .locator('a[href*="/admin/cases/"], a[href*="/admin/prisoners/"], a[href*="/admin/content/"]')
      .first();
    const within = (await first.count()) > 0 ? await first.getAttribute('href') : null;
    const kind = within?.replace(/[^/]*$/, '');
    if (!within || !kind || inner.has(kind)) continue;
    inner.add(kind);
    await page.goto(new URL(within, page.url()).href);
    await settled(page);
    await see(page, within);
  }
}

/** The test that every page of one role, reached by its menu, is sound. */
export function expectSoundTour(username: string): void {
  test(`every page of the panel is sound for ${username}`, async ({ office: { page, origin, problems } }) => {
    test.setTimeout(180_000);
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signInToPanel(page, origin, username);
    // Whatever a role has many of, all of it is in sight.
    const hidden = await page
      .locator('.p-nav__parts')
      .evaluate(menu => menu.scrollHeight - menu.clientHeight);
    expect(hidden, 'the menu has to be scrolled').toBeLessThanOrEqual(0);
    await tour(page, look);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
    await look(page, 'the sign-in page');
    // Being asked who one is, before signing in, is answered 401: that is the question, not a fault.
    expect(problems.filter(problem => !problem.includes('401'))).toEqual([]);
  });
}
