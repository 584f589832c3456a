import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ServerProcess } from './server-process.ts';

/**
 * Fills the demonstration prison once for the whole run; each test begins with its own copy of the folder. What the
 * filling itself owes is tested elsewhere.
 */
export default async function fillOnce(): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'sauti-demonstration-'));
  const server = new ServerProcess(await freePort(), folder);
  await server.start();
  await server.stop();
  process.env.SAUTI_FILLED = folder;
  return () => rm(folder, { recursive: true, force: true });
}
