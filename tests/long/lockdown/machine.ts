import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Policies } from '../../../server/kit/policies.ts';
import { chromiumPath } from '../../helpers/browser.ts';
import { Cdp } from './cdp.ts';

/** Why the real policies cannot be put under a real Chromium here, or null if they can. */
export function whyNot(): string | null {
  if (process.getuid?.() !== 0)
    return 'only root can put policies under Chromium without touching the machine';
  if (!existsSync('/etc/chromium'))
    return "only Debian's Chromium, which reads /etc/chromium, is driven here";
  const tried = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs none /etc/chromium']);
  return tried.status === 0 ? null : 'this machine gives no mount namespace';
}

/** In a mount namespace of its own: other policies and other host names, for this one process tree. */
const inside = `
set -e
mount -t tmpfs none /etc/chromium
mkdir -p /etc/chromium/policies/managed
cp "$1" /etc/chromium/policies/managed/sauti.json
mount --bind "$2" /etc/hosts
shift 2
exec "$@"`;

export interface Start {
  /** A folder for this machine: profile, home, policies. The same folder again is the same kiosk. */
  readonly folder: string;
  readonly policies: Policies;
  /** Names that stand for this machine, as in the kiosk's own list of hosts. */
  readonly names: readonly string[];
  readonly switches: readonly string[];
}

/** What no kiosk has and a machine without a screen needs; the kit's own switches come beside them. */
const testSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--remote-debugging-pipe',
];

/** A real Chromium under real policies. */
export class Machine {
  readonly #child: ChildProcess;
  readonly cdp: Cdp;
  readonly home: string;
  /** What Chromium said on its way. */
  log = '';

  constructor({ folder, policies, names, switches }: Start) {
    this.home = join(folder, 'home');
    mkdirSync(join(this.home, 'Downloads'), { recursive: true });
    const policyFile = join(folder, 'policies.json');
    const hostsFile = join(folder, 'hosts');
    writeFileSync(policyFile, JSON.stringify(policies));
    writeFileSync(hostsFile, `127.0.0.1 localhost ${names.join(' ')}\n`);
    const profile = join(folder, 'profile');
    // A lock left by a browser that was ended hard names a process that is gone.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
      rmSync(join(profile, name), { force: true });
    const { DISPLAY } = process.env;
    const onScreen = DISPLAY ? '--ozone-platform=x11' : '--headless=new';
    this.#child = spawn(
      'unshare',
      [
        ...['--mount', '--propagation', 'private', 'sh', '-c', inside, 'sh', policyFile, hostsFile],
        ...[chromiumPath, `--user-data-dir=${profile}`, onScreen, ...testSwitches, ...switches],
      ],
      {
        detached: true,
        env: { PATH: process.env.PATH, HOME: this.home, LANG: 'C.UTF-8', DISPLAY },
        stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      },
    );
    const [, , errors, input, output] = this.#child.stdio;
    errors?.on('data', chunk => {
      this.log += String(chunk);
    });
    this.cdp = new Cdp(output as Readable, input as Writable);
  }

  /** Ends it and all that it started. */
  async stop(): Promise<void> {
    const { pid, exitCode } = this.#child;
    if (pid === undefined || exitCode !== null) return;
    const ended = new Promise(resolve => this.#child.once('exit', resolve));
    // Asked first: what a browser has not written by then, a kiosk's nightly restart would lose as well.
    this.cdp.send('Browser.close').catch(() => undefined);
    const late = setTimeout(() => process.kill(-pid, 'SIGKILL'), 5_000);
    await ended;
    clearTimeout(late);
  }
}
