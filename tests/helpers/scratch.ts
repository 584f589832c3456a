import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
/** PostgreSQL alone lets a gigabyte of its journal stand before it tidies up. */
const roomNeeded = 4 * 2 ** 30;

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize >= roomNeeded;
  } catch {
    return false;
  }
}

/**
 * Where the tests' databases lie: in memory if there is plenty, so that thousands of commits do not wait for
 * one disk. Every flush is still asked for and still checked; how long a disk takes over it is a benchmark's business.
 */
export const scratch = hasRoom(memory) ? memory : tmpdir();
