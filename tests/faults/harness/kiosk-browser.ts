import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import words from '../../../locales/en/kiosk.json' with { type: 'json' };
import { Browser } from '../../helpers/browser.ts';
import { Hand, untilItWorksAlone } from '../../helpers/kiosk-person.ts';
import { until } from './chance.ts';
import { prisonName } from './prison.ts';
import { isAlive, signal } from './process-tree.ts';

/** Tells, as soon as a code stands on the screen, which one. */
const watchForReceipts = () => {
  const look = () => {
    const code = document
      .querySelector('[data-screen="receipt"] .c-code')
      ?.textContent?.replace(/[^0-9A-Z]/g, '');
    if (code) (globalThis as unknown as { receiptShown(code: string): void }).receiptShown(code);
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
};

/** In the page: all rows of a table, by the browser's own interface and not by ours; none if it is not there yet. */
const readStore = (store: string) =>
  new Promise<unknown[]>(resolve => {
    const opening = indexedDB.open('sauti-outbox');
    // Looking must not make it.
    opening.onupgradeneeded = () => opening.transaction?.abort();
    opening.onerror = () => resolve([]);
    opening.onsuccess = () => {
      const database = opening.result;
      const all = database.transaction(store).objectStore(store).getAll();
      all.onsuccess = () => resolve(all.result);
      all.onerror = () => resolve([]);
      database.close();
    };
  });

/** A kiosk in a real Chromium, whose profile outlives it, and all the receipts that it ever showed anybody. */
export class KioskBrowser {
  readonly profile: string;
  readonly shown = new Set<string>();
  /** Run in every page before anything of its own. */
  beforePage: readonly (() => void)[] = [];
  #browser: Browser | null = null;
  #page: Page | null = null;

  constructor(profile: string) {
    this.profile = profile;
  }

  get page(): Page {
    if (!this.#page) throw new Error('the kiosk is not open');
    return this.#page;
  }

  /** Starts it at the first screen, with the server there or not. */
  async open(origin: string): Promise<void> {
    this.#browser = new Browser(this.profile);
    this.#page = await this.#prepare(await this.#browser.open(), origin);
  }

  /** Another tab of the same kiosk. */
  async openTab(origin: string): Promise<Page> {
    if (!this.#browser) throw new Error('the kiosk is not open');
    return this.#prepare(await this.#browser.context.newPage(), origin);
  }

  async close(): Promise<void> {
    await this.#browser?.close().catch(() => undefined);
    this.#browser = null;
    this.#page = null;
  }

  /** As a power cut does: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const all = processesOf(this.profile);
    for (const pid of all) signal(pid, 'SIGKILL');
    await until('Chromium is gone', () => all.every(pid => !isAlive(pid)));
    await this.close();
    // The lock names a process that is gone; a real machine starts with it gone too.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      await rm(join(this.profile, name), { force: true });
  }

  /** The first visit: until it is enrolled and holds its whole build. */
  async setUp(origin: string): Promise<void> {
    await this.open(origin);
    await untilItWorksAlone(this.page, prisonName);
    await until('the kiosk is enrolled', () => this.canTake(), 60_000);
  }

  /** Whether it holds the keys of an enrolment, without which nothing can be sent. */
  canTake(): Promise<boolean> {
    return this.page.evaluate(readStore, 'keys').then(rows => rows.length > 0);
  }

  /** How many complaints it keeps without a receipt of the server's. */
  async waiting(): Promise<number> {
    const items = (await this.page.evaluate(readStore, 'items')) as { state: string }[];
    return items.filter(({ state }) => state === 'waiting').length;
  }

  /** As when the network comes back: it tries at once instead of after its wait. */
  async tryNow(): Promise<void> {
    await this.page.evaluate(() => dispatchEvent(new Event('online')));
  }

  /** A complaint without a name, up to the last question: only *Send* is left. */
  async answerAll(page = this.page): Promise<Hand> {
    const hand = new Hand(page);
    await hand.at('first');
    for (const word of [
      words.first.complaint,
      // A note about it is a part of the button.
      new RegExp(`^${words.who.nameless}`),
      words.kinds.bedding,
      words.problems['bedding-mattress'],
      words.whens.week,
      words.manys.me,
      words.complaint.moreNo,
    ])
      await hand.tap(word);
    return hand;
  }

  /** The last tap, and no waiting for what comes of it. */
  async tapSend(page = this.page): Promise<void> {
    const button = page.getByRole('button', { name: words.complaint.send, exact: true });
    await button.waitFor();
    // A tap on a screen that only just came is ignored, as it should be.
    await page.waitForTimeout(400);
    await button.click({ noWaitAfter: true, timeout: 5_000 });
  }

  /** Taps *Send* until a receipt shows, as somebody does who is told that it was not kept. */
  async sendUntilReceipt(page = this.page): Promise<void> {
    const receipt = page.locator('[data-screen="receipt"]');
    const button = page.getByRole('button', { name: words.complaint.send, exact: true });
    const isThere = () => receipt.count().then(count => count > 0);
    for (let tries = 0; tries < 30 && !(await isThere()); tries += 1) {
      // The receipt may come while the finger is on its way, and takes the button with it.
      if (await button.isVisible()) await this.tapSend(page).catch(() => undefined);
      await until('a receipt or a refusal', isThere, 2_000).catch(() => undefined);
    }
    if (!(await isThere())) throw new Error('no receipt came, however often Send was tapped');
  }

  /** A whole complaint, to its receipt. */
  async complain(page = this.page): Promise<void> {
    await this.answerAll(page);
    await this.sendUntilReceipt(page);
  }

  async leaveReceipt(page = this.page): Promise<void> {
    await new Hand(page).tap(words.receipt.done);
  }

  async #prepare(page: Page, origin: string): Promise<Page> {
    await page.exposeFunction('receiptShown', (code: string) => this.shown.add(code));
    for (const script of [watchForReceipts, ...this.beforePage]) await page.addInitScript(script);
    await page.goto(origin);
    return page;
  }
}

/** Every process of the Chromium with this profile. */
function processesOf(profile: string): number[] {
  const wanted = `--user-data-dir=${profile}`;
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(Number)
    .filter(pid => argumentsOf(pid).includes(wanted));
}

function argumentsOf(pid: number): string[] {
  try {
    // Chromium's own processes write theirs with spaces in between.
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/);
  } catch {
    return [];
  }
}
