import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** One build of the kiosk as its own `build.json` lists it. */
export interface BuildList {
  readonly id: string;
  readonly version: string;
  readonly files: readonly { readonly url: string; readonly hash: string; readonly bytes: number }[];
}

/** Reads the list in a folder; null where there is none that can be read. */
export async function readList(folder: string): Promise<BuildList | null> {
  try {
    const list = JSON.parse(await readFile(join(folder, 'build.json'), 'utf8')) as Partial<BuildList>;
    const { id, version, files } = list;
    if (typeof id !== 'string' || !/^[A-Za-z0-9._-]{1,80}$/.test(id) || !Array.isArray(files)) return null;
    return { id, version: typeof version === 'string' ? version : '', files };
  } catch {
    return null;
  }
}

/** The first listed file that is not there byte for byte, or null if the build is whole. */
export async function firstDamaged(folder: string, list: BuildList): Promise<string | null> {
  for (const { url, hash, bytes } of list.files) {
    const path = join(folder, url);
    const size = await stat(path).then(
      found => found.size,
      () => -1,
    );
    if (size !== bytes) return url;
    if (
      createHash('sha256')
        .update(await readFile(path))
        .digest('base64url') !== hash
    )
      return url;
  }
  return null;
}
