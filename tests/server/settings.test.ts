import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scratch } from '../helpers/scratch.ts';

const root = join(import.meta.dirname, '..', '..');

describe('a setting that cannot be used stops the start with one sentence that names it', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(scratch, 'sauti-settings-'));
    await writeFile(join(folder, 'words.pem'), 'no certificate');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Starts the server as `npm start` does, and answers what it said before it ended. */
  async function start(settings: Record<string, string>): Promise<{ code: number | null; said: string }> {
    const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data'), ...settings };
    const child = spawn(process.execPath, ['server/main.ts'], { cwd: root, env });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (said += String(chunk)));
    const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const [code] = await once(child, 'close');
    clearTimeout(late);
    return { code, said: said.trim() };
  }

  const cases: readonly [string, (folder: string) => Record<string, string>][] = [
    ['TLS_CERT', at => ({ TLS_CERT: join(at, 'none.pem'), TLS_KEY: join(at, 'words.pem') })],
    ['TLS_CERT', at => ({ TLS_CERT: join(at, 'words.pem'), TLS_KEY: join(at, 'words.pem') })],
    ['TLS_KEY', at => ({ TLS_CERT: join(at, 'words.pem'), TLS_KEY: join(at, 'none.pem') })],
    ['HOST', () => ({ HOST: '999.1.1.1' })],
    ['DATA_DIR', () => ({ DATA_DIR: '/etc/passwd' })],
    ['BACKUP_DIR', at => ({ BACKUP_DIR: join(at, 'words.pem') })],
    ['SAUTI_SHARED', at => ({ SAUTI_SHARED: join(at, 'nope') })],
    ['DATABASE_URL', () => ({ DATABASE_URL: 'postgres://127.0.0.1:1/sauti' })],
    // A file system that makes no folders.
    ...(existsSync('/proc/self')
      ? ([
          ['DATA_DIR', () => ({ DATA_DIR: '/proc/x' })],
          ['BACKUP_DIR', () => ({ BACKUP_DIR: '/proc/zz' })],
        ] as [string, () => Record<string, string>][])
      : []),
  ];
  it.each(cases.map(([name, settings], index) => [name, index, settings] as const))(
    '%s (%i)',
    async (name, _index, settings) => {
      const { code, said } = await start(settings(folder));
      expect(said).toMatch(new RegExp(`^[^\\n]*\\b${name}\\b[^\\n]*$`));
      expect(code).toBe(1);
      expect(existsSync(join(folder, 'data', 'sauti.sqlite'))).toBe(false);
    },
    40_000,
  );

  it('PORT, before a prison is made up', async () => {
    const other = createServer();
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as { port: number };
    const { code, said } = await start({ PORT: String(port) });
    other.close();
    expect([code, said]).toEqual([1, `PORT ${port} is taken by another program.`]);
    expect(existsSync(join(folder, 'data', 'sauti.sqlite'))).toBe(false);
  }, 40_000);
});
