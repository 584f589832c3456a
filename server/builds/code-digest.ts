import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeptBuild } from './builds.ts';

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/**
 * SHA-256 (hex) over every file that a kiosk can be given of a build, the worker and the list too. Whoever builds the
 * same sources elsewhere comes to the same with ordinary tools: in `dist/kiosk`,
 * `find . -type f | LC_ALL=C sort | xargs sha256sum | sha256sum`.
 */
export async function codeDigest({ folder, paths }: Pick<KeptBuild, 'folder' | 'paths'>): Promise<string> {
  const lines: string[] = [];
  for (const path of [...paths].toSorted())
    lines.push(`${sha256(await readFile(join(folder, path)))}  .${path}\n`);
  return sha256(lines.join(''));
}
