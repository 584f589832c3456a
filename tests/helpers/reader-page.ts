import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { makeStickPage } from '../../server/builds/stick-page.ts';

/** Making keys and opening them takes seconds on purpose. */
const slow = { timeout: 60_000 };

/** A justice's stick: what lies on it, and the reader that is opened from it. */
export class ReaderPage {
  readonly page: Page;
  readonly #folder = mkdtempSync(join(tmpdir(), 'sauti-stick-'));
  constructor(page: Page) {
    this.page = page;
  }

  /** Takes the stick out: nothing is left of it. */
  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }

  /** Where a file lies on the stick. */
  file(name: string): string {
    return join(this.#folder, name);
  }

  async open(): Promise<void> {
    writeFileSync(this.file('reader.html'), await makeStickPage('reader'));
    await this.page.goto(pathToFileURL(this.file('reader.html')).href);
  }

  /** Clicks a link that saves, and keeps the file under this name. */
  async save(link: string | RegExp, name: string, of = this.page): Promise<string> {
    const waiting = of.waitForEvent('download');
    await of
      .getByRole('link', { name: link })
      .or(of.getByRole('button', { name: link }))
      .click();
    const path = this.file(name);
    await (await waiting).saveAs(path);
    return path;
  }

  /** Makes keys and keeps the key file; answers the six words. */
  async makeKeys(name: string, passphrase: string, prison: string | null): Promise<string> {
    const { page } = this;
    await page.getByText('Make my keys').click();
    await page.locator('#name').fill(name);
    if (prison === null) await page.locator('#office').selectOption('justice');
    else await page.locator('#prison').fill(prison);
    await page.locator('#new-secret').fill(passphrase);
    await page.getByRole('button', { name: 'Make keys' }).click();
    await expect(page.locator('.line')).toHaveCount(3, slow);
    await this.save('Save the key file', `${name}.json`);
    return page.locator('#phrase').innerText();
  }

  async unlock(name: string, passphrase: string): Promise<void> {
    const { page } = this;
    if (!(await page.locator('#key-file').isVisible())) await page.getByText('Open my keys').click();
    await page.locator('#key-file').setInputFiles(this.file(`${name}.json`));
    await page.locator('#secret').fill(passphrase);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  }

  async openPack(name: string): Promise<void> {
    await expect(this.page.locator('#own-phrase')).toBeVisible(slow);
    await this.page.locator('#pack').setInputFiles(this.file(name));
    await this.page.getByRole('button', { name: 'Open', exact: true }).click();
    await expect(this.page.getByText('Who can open letters here')).toBeVisible(slow);
  }
}
