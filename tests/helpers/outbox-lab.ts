import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Page } from '@playwright/test';
import { openSetUp } from '../kiosk/engine-page/hand.ts';
import { type Browser, copyDemonstration, test } from './browser.ts';
import { freePort, ServerProcess } from './server-process.ts';

/** A kiosk's outbox against a real server that all tests of a file share: its start takes longer than most of them. */
export class OutboxLab {
  #server: ServerProcess | null = null;

  /** Starts the server before the first test of this file and removes it after the last. */
  static forThisFile(): OutboxLab {
    const lab = new OutboxLab();
    test.describe.configure({ mode: 'default' });
    test.beforeAll(async () => {
      const server = new ServerProcess(await freePort(), await mkdtemp(join(tmpdir(), 'sauti-outbox-')));
      await copyDemonstration(server.dataDir);
      await server.start();
      lab.#server = server;
    });
    test.afterAll(async () => {
      await lab.server.stop();
      await rm(lab.server.dataDir, { recursive: true, force: true });
    });
    return lab;
  }

  get server(): ServerProcess {
    if (!this.#server) throw new Error('the server is there in tests alone');
    return this.#server;
  }

  /** Enrolled and with the prison's settings. */
  openKiosk(browser: Browser): Promise<Page> {
    return openSetUp(browser, this.server.origin);
  }

  /** Ids that the server has taken in from a kiosk, by sequence. */
  takenIn(kiosk: string): { id: string; sequence: number }[] {
    const database = new DatabaseSync(join(this.server.dataDir, 'sauti.sqlite'), { readOnly: true });
    try {
      const query = 'select id, sequence from intake where kiosk_id = ? order by sequence';
      return database.prepare(query).all(kiosk) as unknown as { id: string; sequence: number }[];
    } finally {
      database.close();
    }
  }

  /** Where the browser keeps what the kiosk wrote. */
  databaseFolder({ profile }: Browser): string {
    const name = `http_localhost_${this.server.port}.indexeddb.leveldb`;
    return join(profile, 'Default', 'IndexedDB', name);
  }
}
