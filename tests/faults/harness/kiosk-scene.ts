import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pause } from './chance.ts';
import { freePort } from './cluster.ts';
import { inspect } from './inspect.ts';
import { KioskBrowser } from './kiosk-browser.ts';
import { type Place, settingsOf, sqlitePlace } from './place.ts';
import { found, type Prison } from './prison.ts';
import { ServerProcess } from './server-process.ts';
import type { Run, Tally } from './tally.ts';

const root = join(import.meta.dirname, '..', '..', '..');

/** A real kiosk and a real server that find each other under one address, each of which can be gone. */
export interface KioskScene {
  readonly kiosk: KioskBrowser;
  /** Changes when the server is restored elsewhere. */
  place: Place;
  readonly prison: Prison;
  /** Where the kiosk looks for its server. */
  readonly origin: string;
  readonly port: number;
  /** The server that runs, if one does. */
  server: ServerProcess | null;
  startServer(): Promise<void>;
  stopServer(signal?: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

let isBuilt = false;

/** Once in a run: what is served must be what stands here. */
function build(): void {
  if (isBuilt) return;
  const { status } = spawnSync(process.execPath, ['server/commands/build.ts'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) throw new Error('the kiosk could not be built');
  isBuilt = true;
}

export interface SceneOptions {
  /** Where the browser's profile lies; a new folder if nothing is said. */
  readonly profile?: string;
  /** The port at which the server itself listens, if something stands in between. */
  readonly behind?: number;
}

/** Sets up server and kiosk, both there and the kiosk enrolled; takes all of it away after `work`. */
export async function withKiosk<T>(
  work: (scene: KioskScene) => Promise<T>,
  options: SceneOptions = {},
): Promise<T> {
  build();
  const place = await sqlitePlace();
  const prison = await found(place, 0, true);
  const port = options.behind ?? (await freePort());
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'sauti-faults-profile-')));
  const scene: KioskScene = {
    kiosk: new KioskBrowser(profile),
    place,
    prison,
    port,
    origin: `http://localhost:${port}`,
    server: null,
    async startServer() {
      scene.server = await ServerProcess.startWell(settingsOf(scene.place, { PORT: String(port) }));
    },
    async stopServer(signal = 'SIGTERM') {
      await scene.server?.stop(signal);
      scene.server = null;
    },
  };
  try {
    await scene.startServer();
    return await work(scene);
  } finally {
    await scene.kiosk.kill();
    await scene.stopServer('SIGKILL');
    await scene.place.remove();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Runs in the harness: what the server's database says, read beside the running server. */
export function inDatabase<T>(place: Place, query: string, ...values: string[]): T[] {
  const database = new DatabaseSync(join(place.dataDir, 'sauti.sqlite'), { readOnly: true });
  try {
    return database.prepare(query).all(...values) as T[];
  } finally {
    database.close();
  }
}

export const arrivedCodes = (place: Place): string[] =>
  inDatabase<{ code: string }>(place, 'select code from intake').map(({ code }) => code);

/**
 * Waits for what was shown, and holds it against the server's database: each code once. With the server there;
 * what has not arrived when nothing new has come for the run's `silenceMs` is lost.
 */
export async function countArrivals(scene: KioskScene, run: Run): Promise<Tally> {
  const { shown } = scene.kiosk;
  let seen = -1;
  let since = performance.now();
  for (;;) {
    const arrived = arrivedCodes(scene.place);
    if ([...shown].every(code => arrived.includes(code))) break;
    if (arrived.length > seen) since = performance.now();
    if (performance.now() - since > run.silenceMs) break;
    seen = arrived.length;
    await pause(200);
  }
  const arrived = arrivedCodes(scene.place);
  const lost = [...shown].filter(code => !arrived.includes(code));
  const duplicated = arrived.length - new Set(arrived).size;
  for (const code of lost) run.note(`the receipt ${code} was shown and its complaint never came`);
  if (duplicated > 0) run.note(`${duplicated} complaints came twice`);
  const { damaged } = await inspect(scene.place, scene.prison, [], run);
  return { tries: 0, acknowledged: shown.size, lost: lost.length, duplicated, damaged };
}
