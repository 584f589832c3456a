import { readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { readLines } from './backup-lines.ts';
import { type Header, readHeader } from './format.ts';

/** A back-up in the folder of back-ups. It has its name, so it was read again and found whole when it was made. */
export interface BackupFile {
  readonly name: string;
  readonly bytes: number;
  readonly header: Header;
}

const unfinishedMs = 24 * 60 * 60_000;

/** `sauti-2026-11-21T23-00-00Z.backup`: it sorts by time, and every file system takes it. */
const namePattern = /^sauti-\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}Z\.backup$/;

export function backupName(now: Temporal.Instant): string {
  return `sauti-${now.toString({ smallestUnit: 'second' }).replaceAll(':', '-')}.backup`;
}

/** Names of the back-ups in a folder, newest first; none if there is no such folder. */
export async function listBackups(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder))
      .filter(name => namePattern.test(name))
      .sort()
      .reverse();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The newest back-up whose beginning can still be read, or null. */
export async function newestBackup(folder: string): Promise<BackupFile | null> {
  for (const name of await listBackups(folder)) {
    const file = join(folder, name);
    try {
      return { name, bytes: (await stat(file)).size, header: await readHeaderOf(file) };
    } catch {
      // Damaged since it was made, or removed meanwhile: the one before it is the last good one.
    }
  }
  return null;
}

async function readHeaderOf(file: string): Promise<Header> {
  for await (const { value } of readLines(file)) return readHeader(value);
  throw new Error('the file is empty');
}

/** Removes all but the newest so many, and what a power cut left half written. */
export async function keepNewest(folder: string, count: number): Promise<void> {
  for (const name of (await listBackups(folder)).slice(count)) await rm(join(folder, name), { force: true });
  for (const name of (await readdir(folder)).filter(found => /^\.sauti-.*\.part$/.test(found))) {
    const { mtimeMs } = await stat(join(folder, name));
    // A younger one may be another server's, which is still at it.
    if (Date.now() - mtimeMs > unfinishedMs) await rm(join(folder, name), { force: true });
  }
}

export interface Room {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** What the disk under a folder has left for us; null if there is no such folder. */
export async function roomOf(folder: string): Promise<Room | null> {
  try {
    const { bavail, blocks, bsize } = await statfs(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Whether two folders lie on one disk, so that it takes both with it when it dies. */
export async function onOneDisk(a: string, b: string): Promise<boolean> {
  const [one, other] = await Promise.all([stat(a), stat(b)]);
  return one.dev === other.dev;
}
