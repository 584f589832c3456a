import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { openServer } from '../../../server/server.ts';
import { watchLogs } from '../../../server/work/watch-logs.ts';
import { type Cast, fillCast } from '../../helpers/cast.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { Watcher } from '../../helpers/witness.ts';
import { emptyPlace } from './places.ts';

const root = join(import.meta.dirname, '..', '..', '..');

async function run(command: 'backup' | 'restore', env: Record<string, string>, ...args: string[]) {
  const child = spawn(process.execPath, [join(root, 'server', 'commands', `${command}.ts`), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '', BACKUP_DIR: '', BACKUP_PASSPHRASE: '', INIT_CWD: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, errors] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { code: child.exitCode, said, errors };
}

async function filled(): Promise<string> {
  const { dataDir } = await emptyPlace('sqlite');
  const config = {
    port: 0,
    host: '',
    dataDir,
    databaseUrl: null,
    demonstration: false,
    tls: null,
    zone: 'Africa/Nairobi',
    dist: null,
    sharedDir: null,
    backupDir: '',
    backupPassphrase: null,
  };
  const server = await openServer(config, { onTrouble: () => undefined });
  await fillCast(server.context);
  await server.close();
  return dataDir;
}

test('npm run backup and npm run restore carry a prison to another machine', async () => {
  const DATA_DIR = await filled();
  const BACKUP_PASSPHRASE = 'a passphrase of many words';
  const made = await run('backup', { DATA_DIR, BACKUP_PASSPHRASE });
  expect(made).toMatchObject({ code: 0, errors: '' });
  expect(made.said).toContain('whole.\nThe keys are in it, sealed under BACKUP_PASSPHRASE.');
  const file = made.said.split('\n')[0] ?? '';
  expect(file).toContain(join(DATA_DIR, 'backups', 'sauti-'));

  const other = await emptyPlace('sqlite');
  const restored = await run('restore', { DATA_DIR: other.dataDir, BACKUP_PASSPHRASE }, file);
  expect(restored).toMatchObject({ code: 0, errors: '' });
  expect(restored.said).toMatch(/^Restored what was there at .*\n.*\n6 keys were put into/);
  expect(await readdir(other.dataDir)).toEqual(['keys', 'sauti.sqlite']);

  const again = await run('restore', { DATA_DIR: other.dataDir, BACKUP_PASSPHRASE }, file);
  expect(again).toMatchObject({ code: 1, said: '' });
  expect(again.errors).toMatch(/was not restored. The database is not empty .*Nothing was changed.\n$/);
}, 60_000);

test('after an older back-up is put back, nothing is signed that a kiosk saw otherwise, and what is missing is told', async () => {
  const BACKUP_PASSPHRASE = 'a passphrase of many words';
  const [place, other] = [await emptyPlace('sqlite'), await emptyPlace('sqlite')];
  const openIn = (where: typeof place, cast: Cast | null = null) =>
    openTestServer({ config: () => ({ url: null, dataDir: where.dataDir }) }, {}, cast);
  const prison = await openIn(place);
  const kiosk = await prison.enrolKiosk();
  const seen = new Watcher(prison, kiosk);
  const sendAndSign = async (server: TestServer) => {
    expect((await server.post(await kiosk.makeItem())).status).toBe(200);
    await server.settle();
    await watchLogs(server.server.context);
  };
  await sendAndSign(prison);
  expect((await seen.look()).kind).toBe('grown');
  const before = seen.held?.size ?? 0;
  const { said } = await run('backup', { DATA_DIR: place.dataDir, BACKUP_PASSPHRASE });
  // What the kiosk saw after the back-up is in none.
  for (const _ of [1, 2]) await sendAndSign(prison);
  expect((await seen.look()).kind).toBe('grown');
  const witnessed = seen.held?.size ?? 0;
  await prison.close();

  const file = said.split('\n')[0] ?? '';
  expect(await run('restore', { DATA_DIR: other.dataDir, BACKUP_PASSPHRASE }, file)).toMatchObject({
    code: 0,
  });
  const restored = await openIn(other, prison.cast);
  const standing = async () => {
    const [log] = (await (await restored.loginAs('visiting-justice'))('GET /api/logs')).body.logs;
    return { hold: log?.hold, detail: log?.detail, signed: log?.checkpoint?.size, size: log?.size ?? 0 };
  };
  await sendAndSign(restored);
  expect(await standing()).toMatchObject({ hold: 'restored', signed: before });

  const asked = new Watcher(restored, kiosk);
  asked.held = seen.held;
  expect((await asked.look()).kind).toBe('rewritten');
  await sendAndSign(restored);
  // The log has grown again meanwhile, which makes up for nothing.
  const { size } = await standing();
  expect(size).toBeGreaterThan(witnessed);
  const told = { witness: expect.any(String), witnessed, kept: before, missing: witnessed - before };
  expect(await standing()).toMatchObject({ hold: 'behind', signed: before, detail: told });
  const justice = await restored.loginAs('visiting-justice');
  const { irregularities } = (await justice('GET /api/irregularities')).body;
  expect(irregularities.find(({ kind }) => kind === 'log-behind')?.detail).toMatchObject(told);
  await restored.close();
}, 60_000);

test('a damaged file is refused with what is wrong, at which line, and how to go on', async () => {
  const DATA_DIR = await filled();
  const folder = join(DATA_DIR, 'elsewhere');
  expect((await run('backup', { DATA_DIR })).said).toContain('The keys are NOT in it');
  const typed = await run('backup', { DATA_DIR }, join(DATA_DIR, 'typed.backup'));
  expect(typed.code).toBe(0);
  const bytes = await readFile(join(DATA_DIR, 'typed.backup'));
  const damaged = join(DATA_DIR, 'damaged.backup');
  await writeFile(damaged, bytes.subarray(0, bytes.length - 40));
  const refused = await run('restore', { DATA_DIR: folder, BACKUP_DIR: join(DATA_DIR, 'backups') }, damaged);
  expect(refused).toMatchObject({ code: 1, said: '' });
  expect(refused.errors).toMatch(
    /damaged.backup is damaged. Line \d+: the file ends in the middle of it. Nothing was changed. Try another copy of it, or another back-up: in .* lie sauti-.*backup.\n$/,
  );
  expect(await readdir(DATA_DIR)).not.toContain('elsewhere');
}, 60_000);

test.each([
  ['restore', ['missing.backup'], /missing.backup is not there/],
  ['restore', [], /^Usage: npm run restore/],
  ['backup', ['--wrong'], /^Usage: npm run backup/],
] as const)('%s %j says what is wrong', async (command, args, expected) => {
  const { dataDir } = await emptyPlace('sqlite');
  const { code, errors } = await run(command, { DATA_DIR: dataDir }, ...args);
  expect(code).toBe(1);
  expect(errors).toMatch(expected);
});

test('a back-up never replaces a file', async () => {
  const DATA_DIR = await filled();
  const file = join(DATA_DIR, 'mine.txt');
  await writeFile(file, 'mine');
  const { code, errors } = await run('backup', { DATA_DIR }, file);
  expect(code).toBe(1);
  expect(errors).toContain('a back-up never replaces a file');
  expect(await readFile(file, 'utf8')).toBe('mine');
});
