import { closeSync, existsSync, fsyncSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a folder's entries durable: a new file's name is otherwise lost with the power, whatever is synced in it. */
export function syncFolder(folder: string): void {
  // Windows cannot open a folder; NTFS journals its names.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a folder and those over it where they are missing, mode 0700, durably. Throws the system's error. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  makeFolder(parent);
  try {
    // One by one: Node's own recursive way never returns where a file system makes no folders, such as /proc.
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // Another process of ours, starting at the same time.
    if (!existsSync(folder)) throw error;
  }
  syncFolder(parent);
}
