import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A screen that nobody sees, on which dialogs really open; without one Chromium runs headless and ends them itself. */
export class Screen {
  readonly #child: ChildProcess;
  readonly display: string;

  private constructor(child: ChildProcess, display: string) {
    this.#child = child;
    this.display = display;
  }

  /** Null where this machine has no X server (Debian's package xvfb). */
  static async open(): Promise<Screen | null> {
    if (spawnSync('which', ['Xvfb']).status !== 0) return null;
    const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const number = new Promise<string>(resolve => {
      child.stdio[3]?.on('data', chunk => resolve(String(chunk).trim()));
    });
    const display = await Promise.race([number, wait(10_000, null)]);
    if (display !== null && display !== '') return new Screen(child, `:${display}`);
    child.kill();
    return null;
  }

  close(): void {
    this.#child.kill();
  }
}
