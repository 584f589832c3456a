import type { Page } from '@playwright/test';
import type { Browser } from '../../../helpers/browser.ts';
import { type Person, untilItWorksAlone } from '../../../helpers/kiosk-person.ts';
import { expectPainted, timedTap, watchTaps } from './paint.ts';

/** Opens the kiosk and lets it finish its first visit, so that it can be slowed down and measured. */
export async function openKiosk(browser: Browser, origin: string): Promise<Page> {
  const page = await browser.open();
  await page.goto(origin);
  await untilItWorksAlone(page);
  await page.getByText('Connected').waitFor();
  await watchTaps(page);
  return page;
}

/** Until the screen takes taps: it ignores them for a moment after it has changed. */
async function untilSettled(page: Page, screen: string): Promise<void> {
  await page.locator(`.k-app:not([data-settling]) [data-screen="${screen}"]`).waitFor();
}

/** A button, and the screen that it leads to. */
type Step = readonly [button: string | RegExp, screen: string];

const answers: readonly Step[] = [
  ['Food', 'question'],
  ['Spoiled or raw', 'question'],
  ['Today', 'question'],
  ['Others too', 'question'],
];

/** Taps through a whole complaint as a finger does. `onTap` gets what each tap took. */
export class Finger {
  readonly #page: Page;
  readonly #onTap: (milliseconds: number) => void;

  constructor(page: Page, onTap: (milliseconds: number) => void = () => undefined) {
    this.#page = page;
    this.#onTap = onTap;
  }

  async tap([button, screen]: Step): Promise<void> {
    const before = await this.#page.locator('h1').first().textContent();
    this.#onTap(await timedTap(this.#page, button));
    // Two questions follow one another on a screen of the same name.
    if (screen === 'question')
      await this.#page
        .locator('h1')
        .filter({ hasNotText: before ?? '' })
        .first()
        .waitFor();
    await untilSettled(this.#page, screen);
  }

  async type(keys: Iterable<string>): Promise<void> {
    for (const key of keys) this.#onTap(await timedTap(this.#page, key));
  }

  /** From the first screen to the first question, signed in. */
  async #signIn({ number, pin }: Person): Promise<void> {
    await this.tap(['Complaint', 'who']);
    await this.tap([/^With my number/, 'number']);
    await this.type(number);
    await this.tap(['OK', 'pin']);
    await this.type(pin);
    await this.tap(['OK', 'question']);
  }

  /** From the first screen to the one that reads back, with words typed on the way. */
  async complain(person: Person, words: string): Promise<void> {
    await untilSettled(this.#page, 'first');
    await this.#signIn(person);
    for (const answer of answers) await this.tap(answer);
    await this.tap(['Yes, write', 'write']);
    await this.type(words);
    await this.tap(['Go on', 'question']);
  }

  /** The same without a name and without words. */
  async complainNameless(): Promise<void> {
    await untilSettled(this.#page, 'first');
    await this.tap(['Complaint', 'who']);
    await this.tap([/^Without my name/, 'question']);
    for (const answer of answers) await this.tap(answer);
    await this.tap(['No, go on', 'question']);
  }

  /** The last tap; resolves with the milliseconds until the receipt is on the screen. */
  async send(): Promise<number> {
    await expectPainted(this.#page, '[data-screen="receipt"] .c-code');
    const time = await timedTap(this.#page, 'Send');
    await expectPainted(this.#page, null);
    await untilSettled(this.#page, 'receipt');
    return time;
  }

  /** Back to the first screen. */
  async done(): Promise<void> {
    await this.tap(['Done', 'first']);
  }
}
