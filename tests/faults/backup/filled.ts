import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run as runCommand } from '../harness/command.ts';
import type { Sent } from '../harness/held.ts';
import { Load } from '../harness/load.ts';
import { newFolder, type Place, settingsOf, sqlitePlace } from '../harness/place.ts';
import { found, type Prison } from '../harness/prison.ts';
import { ServerProcess } from '../harness/server-process.ts';

const items = 1_500;

/** A prison with something in it, its server stopped, and a good back-up of it. */
export interface Filled {
  readonly place: Place;
  readonly prison: Prison;
  /** Everything in it, with its receipts. */
  readonly sent: readonly Sent[];
  readonly file: string;
  /** How long the back-up took, its program's start and all, in milliseconds. */
  readonly backupMs: number;
}

export async function withFilled<T>(work: (filled: Filled) => Promise<T>): Promise<T> {
  const place = await sqlitePlace();
  const folder = await newFolder('faults-backup');
  const file = join(folder, 'good.backup');
  try {
    const prison = await found(place, 6);
    const load = new Load(prison);
    await load.seal(items);
    const server = await ServerProcess.startWell(settingsOf(place));
    await load.drain(server.port);
    await server.stop('SIGTERM');
    load.close();
    const begun = performance.now();
    const made = await runCommand('backup', place, file);
    const backupMs = performance.now() - begun;
    if (made.code !== 0) throw new Error(`no back-up could be made: ${made.errors}`);
    return await work({ place, prison, sent: load.sent, file, backupMs });
  } finally {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  }
}
