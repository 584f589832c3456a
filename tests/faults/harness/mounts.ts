import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { newFolder } from './place.ts';

const inside = 'SAUTI_FAULTS_MOUNTS';

/** Whether disks of our own can be made here; nobody else on the machine sees them. */
const canMount = (): boolean =>
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('unshare', ['-m', 'true']).status === 0;

/** Why there are no disks of our own; null if there are. */
export const mountHindrance = (): string | null =>
  process.env[inside] ? null : 'disks of our own can only be made by root on Linux';

/**
 * Starts this program again among mounts of its own, which are gone when it ends, however it ends. Answers its
 * exit code; null if it is among them already, or there can be none.
 */
export async function runAmongOwnMounts(): Promise<number | null> {
  if (process.env[inside] || !canMount()) return null;
  const args = ['-m', process.execPath, ...process.argv.slice(1)];
  const child = spawn('unshare', args, { stdio: 'inherit', env: { ...process.env, [inside]: '1' } });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return typeof code === 'number' ? code : 1;
}

const page = Buffer.alloc(4096);
const manyPages = Buffer.alloc(64 * page.length);

/** A disk of so many megabytes, in memory. */
export class SmallDisk {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async make(megabytes: number): Promise<SmallDisk> {
    const folder = await newFolder('faults-disk');
    mount('-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', folder);
    return new SmallDisk(folder);
  }

  /** Takes all room but so many bytes; others may be writing meanwhile. */
  async fill(left: number): Promise<void> {
    const { bavail, bsize } = await statfs(this.folder);
    await this.#grow(Math.max(0, bavail * bsize - left));
  }

  /** Takes what there is to the last page. */
  async fillWholly(): Promise<void> {
    await this.#grow(Number.POSITIVE_INFINITY);
  }

  async #grow(bytes: number): Promise<void> {
    const file = await open(this.#ballast, 'a');
    try {
      let left = bytes;
      for (; left >= manyPages.length; left -= manyPages.length)
        if ((await file.write(manyPages)).bytesWritten < manyPages.length) break;
      for (; left > 0; left -= page.length) await file.write(page);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    } finally {
      await file.close();
    }
  }

  async free(): Promise<void> {
    await rm(this.#ballast, { force: true });
  }

  /** Only while nobody has a file on it open for writing. */
  remount(as: 'ro' | 'rw'): void {
    mount('-o', `remount,${as}`, this.folder);
  }

  async remove(): Promise<void> {
    // Lazily: what was killed may still hold a file for a moment.
    spawnSync('umount', ['-l', this.folder]);
    await rm(this.folder, { recursive: true, force: true });
  }

  get #ballast(): string {
    return join(this.folder, 'ballast');
  }
}

function mount(...args: string[]): void {
  const { status, stderr } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`mount ${args.join(' ')}: ${stderr.trim()}`);
}
