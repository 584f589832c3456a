import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** Beside the tree and not in it: other tests read the tree meanwhile. */
const folder = mkdtempSync(join(tmpdir(), 'sauti-lint-'));
copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
copyFileSync(join(root, '.gitignore'), join(folder, '.gitignore'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Lints `code` as if it stood at `path`, and answers the names of the rules that it breaks. */
function rulesBroken(path: string, code: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  const { stdout, stderr } = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    ['lint', '--reporter=github', path],
    { cwd: folder, encoding: 'utf8' },
  );
  return stdout + stderr;
}

/** The boundaries of docs/architecture.md, each by a line that crosses it. */
describe('the linter refuses', () => {
  it.each([
    [
      'Node in the domain',
      'shared/lint-probe.ts',
      "import { readFileSync } from 'node:fs';\nexport const probe = readFileSync;\n",
      'noRestrictedImports',
    ],
    [
      'the server in the domain',
      'shared/submission/lint-probe.ts',
      "import { digestOf } from '../../server/secrets.ts';\nexport const probe = digestOf;\n",
      'noRestrictedImports',
    ],
    [
      'a clock in the domain',
      'shared/lint-probe.ts',
      'export const probe = () => Date.now();\n',
      'noRestrictedGlobals',
    ],
    [
      'fetch in the domain',
      'shared/lint-probe.ts',
      "export const probe = () => fetch('/');\n",
      'noRestrictedGlobals',
    ],
    [
      'the panel in the kiosk',
      'kiosk/lint-probe.ts',
      "import { call } from '../admin/api/client.ts';\nexport const probe = call;\n",
      'noRestrictedImports',
    ],
    [
      'the kiosk in the panel',
      'admin/lint-probe.ts',
      "import { send } from '../kiosk/store/index.ts';\nexport const probe = send;\n",
      'noRestrictedImports',
    ],
    [
      'Node in the kiosk',
      'kiosk/lint-probe.ts',
      "import { join } from 'node:path';\nexport const probe = join;\n",
      'noRestrictedImports',
    ],
    [
      'a document in the server',
      'server/lint-probe.ts',
      'export const probe = () => document.title;\n',
      'noRestrictedGlobals',
    ],
    [
      'routes in queries',
      'server/queries/lint-probe.ts',
      "import { handlers } from '../routes/index.ts';\nexport const probe = handlers;\n",
      'noRestrictedImports',
    ],
    [
      'queries in the database',
      'server/database/lint-probe.ts',
      "import { getPrison } from '../queries/prison.ts';\nexport const probe = getPrison;\n",
      'noRestrictedImports',
    ],
    [
      'screens in the store',
      'kiosk/store/lint-probe.ts',
      "import { First } from '../screens/first.tsx';\nexport const probe = First;\n",
      'noRestrictedImports',
    ],
    ['any', 'server/lint-probe.ts', 'export const probe = (value: any) => value;\n', 'noExplicitAny'],
  ])('%s', (_name, path, code, rule) => {
    expect(rulesBroken(path, code)).toContain(rule);
  });
});
