import { expect, type Page } from '@playwright/test';

/** All accounts of the demonstration have it. */
export const demonstrationPassword = 'demonstration-2026';

/** Whoever has late cases reads of them first, once a day; nobody else is shown anything. */
async function readDigest(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const read = page.getByRole('button', { name: 'I have read this' });
  if ((await page.getByRole('heading', { level: 1, name: 'What is late' }).count()) === 0) return;
  await read.click();
  await expect(read).toBeHidden();
}

/** Signs an officer in to the panel and leaves him on his first page. */
export async function signInToPanel(page: Page, origin: string, username: string): Promise<void> {
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await readDigest(page);
}

/** Goes to a page by the menu, whose parts are folded where a screen has no room for all of them. */
export async function goByMenu(page: Page, name: string): Promise<void> {
  const parts = page.locator('details.p-nav__part');
  await parts.evaluateAll(found => {
    for (const part of found) if (part instanceof HTMLDetailsElement) part.open = true;
  });
  await page.getByRole('link', { name }).click();
}
