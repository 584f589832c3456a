import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, test as base, chromium, expect, type Page } from '@playwright/test';
import { Hand, untilItWorksAlone } from './kiosk-person.ts';
import { freePort, ServerProcess } from './server-process.ts';

/** The four screens that the kiosk is made for. */
export const sizes = [
  { width: 1024, height: 600 },
  { width: 1280, height: 800 },
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
] as const;

export interface Size {
  readonly width: number;
  readonly height: number;
}

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
  readonly viewport: Size;
  /** What this one is started with beside what all are. */
  readonly flags: string[] = [];

  constructor(profile: string, viewport: Size = sizes[1]) {
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
      args: [...chromiumFlags, ...this.flags],
      viewport: this.viewport,
      headless: true,
      // Nobody watches; what moves would only be painted many times over.
      reducedMotion: 'reduce',
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

/** A kiosk that is set up, at its first screen. */
export interface AtKiosk {
  readonly page: Page;
  readonly hand: Hand;
  readonly origin: string;
  /** What `watch` finds, from before the page was loaded. */
  readonly problems: readonly string[];
}

interface Fixtures {
  /** A server of this test's own with the demonstration prison, which it may stop, kill and spoil. */
  readonly server: ServerProcess;
  /** Makes another browser profile; all are closed and removed at the end. */
  readonly newBrowser: (viewport?: Size) => Promise<Browser>;
  /** A kiosk as the one before left it: a new page at the first screen, on the standing server. */
  readonly kiosk: AtKiosk;
  /** A page of the panel's size on the standing server, where nobody is signed in. */
  readonly office: Omit<AtKiosk, 'hand'>;
}

interface Standing {
  readonly server: ServerProcess;
  readonly browser: Browser;
}

interface WorkerFixtures {
  /** One server and one browser for all tests that leave both as they found them: starting them takes longest. */
  readonly standing: Standing;
}

async function startServer(): Promise<ServerProcess> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sauti-server-'));
  await copyDemonstration(dataDir);
  const server = new ServerProcess(await freePort(), dataDir);
  await server.start();
  return server;
}

async function endServer(server: ServerProcess): Promise<void> {
  await server.stop();
  await rm(server.dataDir, { recursive: true, force: true });
}

const newBrowser = async (viewport?: Size) =>
  new Browser(await mkdtemp(join(tmpdir(), 'sauti-profile-')), viewport);

async function endBrowser(browser: Browser): Promise<void> {
  await browser.close();
  await rm(browser.profile, { recursive: true, force: true, maxRetries: 5 });
}

/** A new page, and no cookie of whoever was there before. */
async function openPage({ browser }: Standing, size: Size): Promise<Page> {
  await browser.context.clearCookies();
  const page = await browser.context.newPage();
  await page.setViewportSize(size);
  return page;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
  server: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await endServer(server);
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
  newBrowser: async ({}, use) => {
    const made: Browser[] = [];
    await use(async viewport => {
      const browser = await newBrowser(viewport);
      made.push(browser);
      return browser;
    });
    for (const browser of made) await endBrowser(browser);
  },
  standing: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright asks for a destructured first argument.
    async ({}, use) => {
      const server = await startServer();
      const browser = await newBrowser();
      await browser.open();
      await use({ server, browser });
      await endBrowser(browser);
      await endServer(server);
    },
    { scope: 'worker' },
  ],
  kiosk: async ({ standing }, use) => {
    const { origin } = standing.server;
    const page = await openPage(standing, sizes[1]);
    const problems = watch(page, origin);
    await page.goto(origin);
    await untilItWorksAlone(page);
    const hand = new Hand(page);
    await hand.at('first');
    await use({ page, hand, origin, problems });
    await page.close();
  },
  office: async ({ standing }, use) => {
    const page = await openPage(standing, sizes[1]);
    const { origin } = standing.server;
    await use({ page, origin, problems: watch(page, origin) });
    await page.close();
  },
});

/** Everything that goes wrong in a page from now on: console errors, exceptions, requests to another origin. */
export function watch(page: Page, origin: string): string[] {
  const found: string[] = [];
  page.on('console', message => {
    if (message.type() === 'error') found.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => found.push(`exception: ${error.message}`));
  page.on('request', request => {
    const url = request.url();
    if (!url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:'))
      found.push(`request to ${url}`);
  });
  return found;
}

export { expect, type Page };
