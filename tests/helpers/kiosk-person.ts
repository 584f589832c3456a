import { expect, type Page } from '@playwright/test';

/** A prisoner at a kiosk, as a test speaks of him. */
export interface Person {
  readonly number: string;
  readonly pin: string;
}

/** Whose PIN is of pictures, as a kiosk calls them. */
export interface PicturePerson {
  readonly number: string;
  readonly pictures: readonly string[];
}

/** Of the demonstration; the start prints them. */
export const wekesa: Person = { number: '1024/26', pin: '246810' };
export const mutua: Person = { number: '587/26', pin: '135790' };
export const charo: Person = { number: '318/25', pin: '864209' };
export const barasa: PicturePerson = {
  number: '640/25',
  pictures: ['Sun', 'Fish', 'Drum', 'Boat', 'Cup'],
};

/** Waits until the kiosk holds its whole build and works with the server gone: the first visit is over. */
export async function untilItWorksAlone(page: Page, prison = 'Mlima Prison'): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null, undefined, {
    timeout: 60_000,
  });
  // The prison's own settings have come too: until then nobody knows how a number looks here.
  await expect(page.getByText(prison).first()).toBeVisible({ timeout: 30_000 });
}

/** A tap that lands before the screen has settled is ignored, as it should be; so wait for it to settle. */
const settleMs = 350;
/** A screen may be long in coming on a machine that does other things as well. */
const patienceMs = 30_000;

/** What a hand does at the kiosk, with every tap counted. */
export class Hand {
  readonly page: Page;
  taps = 0;
  /** Taps on keys of number, PIN and codes, counted apart. */
  keys = 0;

  constructor(page: Page) {
    this.page = page;
  }

  /** Which screen shows. */
  async at(screen: string | RegExp): Promise<void> {
    await expect(this.page.locator('[data-screen]').first()).toHaveAttribute('data-screen', screen, {
      timeout: patienceMs,
    });
    await this.page.waitForTimeout(settleMs);
  }

  /**
   * One tap, as a person does it: if nothing at all happens, because it came before the screen had settled, the
   * finger goes there again. On a busy machine the guard against taps on a changing screen lasts longer.
   */
  async tap(name: string | RegExp): Promise<void> {
    const button = this.page.getByRole('button', { name, exact: typeof name === 'string' }).first();
    await button.waitFor();
    const shown = () => this.page.locator('main').innerHTML();
    const before = await shown();
    this.taps += 1;
    for (let tries = 0; tries < 4; tries += 1) {
      await this.page.waitForTimeout(settleMs);
      if (tries > 0 && (await shown()) !== before) return;
      await button.click();
      const changed = await expect
        .poll(shown, { timeout: 2_000, intervals: [50] })
        .not.toBe(before)
        .then(
          () => true,
          () => false,
        );
      if (changed) return;
    }
    throw new Error(`nothing happened after tapping ${name}`);
  }

  /** One key after the other: of a text its letters, of a picture PIN the names of its pictures. */
  async type(keys: string | readonly string[]): Promise<void> {
    for (const key of keys) {
      await this.page.getByRole('button', { name: key, exact: true }).click();
      this.keys += 1;
    }
  }

  async ok(): Promise<void> {
    await this.page.getByRole('button', { name: 'OK', exact: true }).click();
    this.keys += 1;
    await this.page.waitForTimeout(settleMs);
  }

  /** From a screen that asks for the number to the one after the PIN. */
  async signIn(person: Person): Promise<void> {
    await this.type(person.number);
    await this.ok();
    await this.type(person.pin);
    await this.ok();
  }

  /** From the first screen, signed in, to how many people were given spoiled food today. */
  async complainOfFood(person: Person): Promise<void> {
    await this.at('first');
    await this.tap('Complaint');
    await this.tap(/^With my number/);
    await this.signIn(person);
    for (const choice of ['Food', 'Spoiled or raw', 'Today']) await this.tap(choice);
  }
}
