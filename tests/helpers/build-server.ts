import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Question, Status } from '../../kiosk/worker/protocol.ts';
import { readConfig } from '../../server/config.ts';
import { openServer, type Server } from '../../server/server.ts';
import { expect, type Page } from './browser.ts';

const root = join(import.meta.dirname, '..', '..');
/** The kiosk as it is built. */
export const built = join(root, 'dist', 'kiosk');

export interface Listed {
  readonly url: string;
  readonly hash: string;
  readonly bytes: number;
}

export const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url');

/** A real server in this process whose build can be exchanged for another, as an update of the program does. */
export class BuildServer {
  readonly folder: string;
  readonly dist: string;
  #port = 0;
  #server: Server | null = null;

  private constructor(folder: string) {
    this.folder = folder;
    this.dist = join(folder, 'dist');
  }

  static async make(): Promise<BuildServer> {
    const made = new BuildServer(await mkdtemp(join(tmpdir(), 'sauti-worker-')));
    await cp(join(root, 'dist'), made.dist, { recursive: true });
    return made;
  }

  /** The running server; throws while it is stopped. */
  get now(): Server {
    if (!this.#server) throw new Error('the server is not running');
    return this.#server;
  }

  get port(): number {
    return this.#port;
  }

  /** Starts it, at the same address each time, and answers its origin. */
  async start(): Promise<string> {
    const config = readConfig({ SAUTI_DEMO: '0', DATA_DIR: join(this.folder, 'data') }, root);
    const onTrouble = (error: unknown) => expect(error).toBeUndefined();
    this.#server = await openServer({ ...config, dist: this.dist }, { onTrouble });
    await this.#server.app.listen({ port: this.#port, host: '127.0.0.1' });
    const address = this.#server.app.server.address();
    this.#port = typeof address === 'object' && address ? address.port : 0;
    return `http://localhost:${this.#port}`;
  }

  async stop(): Promise<void> {
    this.#server?.app.server.closeAllConnections();
    await this.#server?.close();
    this.#server = null;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Puts another build in place of the one in `dist`: the same kiosk with a mark in its page. */
  async put(name: string, change: (page: string) => string = page => page): Promise<void> {
    const kiosk = join(this.dist, 'kiosk');
    await rm(kiosk, { recursive: true });
    await cp(built, kiosk, { recursive: true });
    const page = await readFile(join(kiosk, 'index.html'), 'utf8');
    const marked = change(page.replace('</head>', `<meta name="mark" content="${name}"></head>`));
    await writeFile(join(kiosk, 'index.html'), marked);
    const list = JSON.parse(await readFile(join(kiosk, 'build.json'), 'utf8')) as { files: Listed[] };
    const files = list.files.map(file =>
      file.url === '/index.html'
        ? { ...file, hash: digest(Buffer.from(marked)), bytes: Buffer.byteLength(marked) }
        : file,
    );
    await writeFile(join(kiosk, 'build.json'), JSON.stringify({ id: name, files }));
  }

  /** Stops the server, puts a build and starts it again. */
  async swap(name: string, change?: (page: string) => string): Promise<void> {
    await this.stop();
    await this.put(name, change);
    await this.start();
  }
}

/** Asks the worker as the page does. */
export const ask = (page: Page, question: Question): Promise<Status> =>
  page.evaluate(
    asked =>
      new Promise<Status>((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = event => resolve(event.data as Status);
        const worker = navigator.serviceWorker.controller;
        if (worker) worker.postMessage(asked, [port2]);
        else reject(new Error('no worker is in control'));
      }),
    question,
  );

/** Looks for a new build as a browser that is no kiosk. */
export const check: Question = { type: 'check', kiosk: null };
/** Which build's page is shown. */
export const mark = (page: Page) => page.locator('meta[name=mark]').getAttribute('content');
/** The builds whose files lie in the browser. */
export const caches = (page: Page) =>
  page.evaluate(async () =>
    (await globalThis.caches.keys()).filter(name => name.startsWith('sauti-build-')).toSorted(),
  );

/** The page is up, the worker holds its build and knows that it runs. */
export async function untilRunning(page: Page, build: string): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await expect(page.locator('[data-screen]').first()).toBeVisible();
  await expect.poll(() => ask(page, { type: 'status' })).toMatchObject({ build });
  // "It runs" is said after the first paint; the old build's files go with it.
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const kept = await (await globalThis.caches.open('sauti-pointer')).match('/pointer');
        return ((await kept?.json()) as { unproven: number } | undefined)?.unproven;
      }),
    )
    .toBe(0);
}
