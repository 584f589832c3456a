import { closeSync, fsyncSync, openSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Puts a file in place whole or not at all, through to the disk: a power cut leaves the old one or the new one. */
export function writeDurableFile(path: string, content: string, mode: number): void {
  const folder = dirname(path);
  const half = join(folder, `.${basename(path)}.half`);
  const file = openSync(half, 'w', mode);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(half, path);
  const entry = openSync(folder, 'r');
  fsyncSync(entry);
  closeSync(entry);
}
