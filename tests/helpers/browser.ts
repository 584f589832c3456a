import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { freePort, ServerProcess } from './server-process.ts';

/** Where a Chromium is on this machine; `CHROMIUM` names another. */
export const chromiumPath =
  [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    path => path && existsSync(path),
  ) ?? chromium.executablePath();

const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium with a profile of its own that outlives the browser: what a kiosk is. */
export class Browser {
  #context: BrowserContext | null = null;
  readonly profile: string;
  readonly viewport: { width: number; height: number };

  constructor(profile: string, viewport = { width: 1280, height: 800 }) {
    this.profile = profile;
    this.viewport = viewport;
  }

  get context(): BrowserContext {
    if (!this.#context) throw new Error('the browser is not open');
    return this.#context;
  }

  async open(): Promise<Page> {
    this.#context = await chromium.launchPersistentContext(this.profile, {
      executablePath: chromiumPath,
      args: chromiumFlags,
      viewport: this.viewport,
      headless: true,
    });
    return this.#context.pages()[0] ?? (await this.#context.newPage());
  }

  async close(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    await context?.close();
  }

  /** As a power cut does: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const context = this.#context;
    this.#context = null;
    const ended = new Promise(resolve => context?.once('close', resolve));
    const { execFileSync } = await import('node:child_process');
    execFileSync('pkill', ['-KILL', '-f', '--', `--user-data-dir=${this.profile}`]);
    await ended;
    // The lock names a process that is gone; a real machine starts with it gone too.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      await rm(join(this.profile, name), { force: true });
  }
}

/** Puts the prison that was filled at the start of the run into an empty folder. */
export async function copyDemonstration(dataDir: string): Promise<void> {
  if (process.env.SAUTI_FILLED) await cp(process.env.SAUTI_FILLED, dataDir, { recursive: true });
}

interface Fixtures {
  /** A server with the demonstration prison. */
  readonly server: ServerProcess;
  /** Makes another browser profile; all are closed and removed at the end. */
  readonly newBrowser: (viewport?: { width: number; height: number }) => Promise<Browser>;
  /** Everything that went wrong in a page: console errors, exceptions, requests to another origin. */
  readonly watch: (page: Page) => string[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
  server: async ({}, use) => {
    const dataDir = await mkdtemp(join(tmpdir(), 'sauti-server-'));
    await copyDemonstration(dataDir);
    const server = new ServerProcess(await freePort(), dataDir);
    await server.start();
    await use(server);
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
  newBrowser: async ({}, use) => {
    const made: Browser[] = [];
    await use(async viewport => {
      const browser = new Browser(await mkdtemp(join(tmpdir(), 'sauti-profile-')), viewport);
      made.push(browser);
      return browser;
    });
    for (const browser of made) {
      await browser.close();
      await rm(browser.profile, { recursive: true, force: true, maxRetries: 5 });
    }
  },
  watch: async ({ server }, use) => {
    await use(page => {
      const found: string[] = [];
      page.on('console', message => {
        if (message.type() === 'error') found.push(`console: ${message.text()}`);
      });
      page.on('pageerror', error => found.push(`exception: ${error.message}`));
      page.on('request', request => {
        const url = request.url();
        if (!url.startsWith(server.origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
          found.push(`request to ${url}`);
      });
      return found;
    });
  },
});

export { expect, type Page };

/** The four screens that the kiosk is made for. */
export const sizes = [
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
] as const;
