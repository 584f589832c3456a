import { expect, type Page } from '@playwright/test';

/** All accounts of the demonstration have it. */
export const demonstrationPassword = 'demonstration-2026';

/** Signs an officer in to the panel and leaves him on his first page. */
export async function signInToPanel(page: Page, origin: string, username: string): Promise<void> {
  await page.goto(`${origin}/admin/`);
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(demonstrationPassword);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
}
