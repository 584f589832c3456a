import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the two builds are made from. */
const sources = [
  'kiosk',
  'admin',
  'shared',
  'locales',
  'public',
  'vite.config.ts',
  'server/builds/speech-plugin.ts',
  'package-lock.json',
  'tsconfig.json',
];

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/** A digest of everything that the builds are made from; the same digest, the same build. */
export function sourceStamp(root: string): string {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(source => filesUnder(join(root, source)))) {
    hash.update(file.slice(root.length));
    hash.update(readFileSync(file));
  }
  return hash.digest('hex');
}
