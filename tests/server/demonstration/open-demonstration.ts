import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClock } from '../../../server/clock.ts';
import { type Config, readConfig } from '../../../server/config.ts';
import { openServer, type Server } from '../../../server/server.ts';
import type { Open } from '../../helpers/databases.ts';

/** A Tuesday afternoon. */
export const fillTime = Temporal.Instant.from('2026-11-24T12:00:00Z');

let keysFolder: string | null = null;

/** PostgreSQL's tests have no folder of their own. */
function newKeysFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'sauti-keys-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface OpenDemonstration {
  readonly server: Server;
  /** What went wrong beside any request; empty if all is well. */
  readonly troubles: readonly unknown[];
}

/** A server over the block's empty database whose clock stands still, as `npm start` would open it. */
export async function openDemonstration(open: Open, more: Partial<Config> = {}): Promise<OpenDemonstration> {
  const { url, dataDir } = open.config();
  keysFolder ??= newKeysFolder();
  const told = { DATA_DIR: dataDir || keysFolder, SAUTI_DEV: '1', ...(url ? { DATABASE_URL: url } : {}) };
  const config: Config = { ...readConfig(told, keysFolder), sharedDir: null, ...more };
  const clock = makeClock(
    () => fillTime,
    () => 0,
  );
  const troubles: unknown[] = [];
  const server = await openServer(config, { clock, onTrouble: error => troubles.push(error) });
  return { server, troubles };
}
