import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeClock } from '../../../server/clock.ts';
import type { Config } from '../../../server/config.ts';
import { openServer, type Server } from '../../../server/server.ts';
import type { Open } from '../../helpers/databases.ts';

/** A Tuesday afternoon. */
export const fillTime = Temporal.Instant.from('2026-11-24T12:00:00Z');

let keysFolder: string | null = null;

export interface OpenDemonstration {
  readonly server: Server;
  /** What went wrong beside any request; empty if all is well. */
  readonly troubles: readonly unknown[];
}

/** A server over the block's empty database whose clock stands still, as `npm start` would open it. */
export async function openDemonstration(open: Open, more: Partial<Config> = {}): Promise<OpenDemonstration> {
  const { url, dataDir } = open.config();
  keysFolder ??= mkdtempSync(join(tmpdir(), 'sauti-keys-'));
  const config: Config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: dataDir || keysFolder,
    databaseUrl: url,
    demonstration: true,
    tls: null,
    zone: 'Africa/Nairobi',
    dist: null,
    sharedDir: null,
    backupDir: join(dataDir || keysFolder, 'backups'),
    backupPassphrase: null,
    ...more,
  };
  const clock = makeClock(
    () => fillTime,
    () => 0,
  );
  const troubles: unknown[] = [];
  const server = await openServer(config, { clock, onTrouble: error => troubles.push(error) });
  return { server, troubles };
}
