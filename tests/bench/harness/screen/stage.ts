import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { Browser } from '../../../helpers/browser.ts';
import { freePort, ServerProcess } from '../../../helpers/server-process.ts';
import { type BarePage, serveBarePage } from './bare-page.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

export interface Viewport {
  readonly width: number;
  readonly height: number;
}

/** What the benches of the screens share: the real server with the demonstration prison, and the floor's page. */
export interface Stage {
  readonly server: ServerProcess;
  readonly bare: BarePage;
  /** A browser with a profile of its own; closed and removed with the stage. */
  newBrowser(viewport?: Viewport): Promise<Browser>;
  close(): Promise<void>;
}

/** The apps as they are served: built anew if their sources changed. Throws if they do not build. */
function buildApps(): void {
  const { status, stderr } = spawnSync(process.execPath, ['server/commands/build.ts'], { cwd: root });
  if (status !== 0) throw new Error(`the apps do not build:\n${stderr}`);
}

export async function openStage(): Promise<Stage> {
  buildApps();
  const dataDir = await mkdtemp(join(tmpdir(), 'sauti-bench-stage-'));
  const server = new ServerProcess(await freePort(), dataDir);
  const bare = await serveBarePage();
  await server.start();
  const browsers: Browser[] = [];
  return {
    server,
    bare,
    async newBrowser(viewport = { width: 1280, height: 800 }) {
      const browser = new Browser(await mkdtemp(join(tmpdir(), 'sauti-bench-profile-')), viewport);
      browsers.push(browser);
      return browser;
    },
    async close() {
      for (const browser of browsers) {
        await browser.close();
        await rm(browser.profile, { recursive: true, force: true, maxRetries: 5 });
      }
      await bare.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Makes the page's processor so many times slower, from now on; what is given back ends that. */
export async function throttle(page: Page, rate: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate });
  return () => session.detach();
}

/**
 * Does something on a page whose processor is slowed down only meanwhile. The browser slows a page down by keeping its
 * thread busy, even while the page has nothing to do: two pages left so take a machine of two processors whole.
 */
export async function slowedDown<T>(page: Page, rate: number, work: () => Promise<T>): Promise<T> {
  const end = await throttle(page, rate);
  try {
    return await work();
  } finally {
    await end();
  }
}
