import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sourceStamp } from './build-stamp.ts';

const root = join(import.meta.dirname, '..', '..');
const stampFile = join(root, 'dist', 'stamp');
const stamp = sourceStamp(root);

/** Builds kiosk and panel, unless what they are made from is what the last build was made from. */
function build(): void {
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  rmSync(stampFile, { force: true });
  // The preview lies in the panel's folder, which building the panel empties.
  for (const [mode, name] of [
    ['kiosk', 'kiosk'],
    ['admin', 'panel'],
    ['preview', 'panel’s preview'],
  ] as const) {
    console.log(`Building the ${name} …`);
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    const { status } = spawnSync(process.execPath, [vite, 'build', '--mode', mode, '--logLevel', 'warn'], {
      cwd: root,
      stdio: 'inherit',
    });
    if (status !== 0) process.exit(status ?? 1);
  }
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
}

build();
