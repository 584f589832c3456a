import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { indexPage, readName } from './index-page.ts';

/**
 * Takes a picture of every screen of the kiosk, as the tests walk them: English and Kiswahili on four glasses, each
 * other language on one. `npm run gallery -- FOLDER` (test-results/gallery if none is named).
 */
const root = join(import.meta.dirname, '../..');
const folder = resolve(process.argv[2] ?? join(root, 'test-results/gallery'));
const config = 'tests/long/playwright.config.ts';

async function run(command: string, args: readonly string[]): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, SAUTI_PICTURES: folder },
  });
  const [status] = await once(child, 'close');
  return Number(status ?? 1);
}

mkdirSync(folder, { recursive: true });
// Whatever else lies in a folder that was named stays there.
for (const file of readdirSync(folder)) if (readName(file)) rmSync(join(folder, file));
let status = await run(process.execPath, ['server/commands/build.ts']);
if (status === 0)
  status = await run(join(root, 'node_modules/.bin/playwright'), ['test', '-c', config, 'screens.spec']);
const taken = (file: string) => statSync(join(folder, file)).mtimeMs;
const files = readdirSync(folder)
  .filter(file => readName(file) !== null)
  .toSorted((one, other) => taken(one) - taken(other));
writeFileSync(join(folder, 'index.html'), indexPage(files));
console.log(`${files.length} pictures: ${join(folder, 'index.html')}`);
process.exit(status);
