import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openKeys } from '../../server/keys.ts';

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sauti-keys-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('keys are made once, and are the same at every start', async () => {
  const folder = await newFolder();
  const first = await openKeys(folder);
  const again = await openKeys(folder);
  expect(again.sealing.publicKey).toBe(first.sealing.publicKey);
  expect(again.mac('a')).toBe(first.mac('a'));
  expect(await readdir(join(folder, 'keys'))).toHaveLength(6);
});

test('a start that a power cut ended in the middle of a key goes on with a whole one', async () => {
  const folder = await newFolder();
  await openKeys(folder);
  const [codes = ''] = (await readdir(join(folder, 'keys'))).filter(file => file.startsWith('codes.'));
  await rm(join(folder, 'keys', codes));
  await writeFile(join(folder, 'keys', `.${codes}.part`), '{"secr');
  const keys = await openKeys(folder);
  expect(keys.codeKeyOf('kiosk')).toHaveLength(32);
});

test('a key that cannot be read is never answered by a new one', async () => {
  const folder = await newFolder();
  await openKeys(folder);
  const [pepper = ''] = (await readdir(join(folder, 'keys'))).filter(file => file.startsWith('pepper.'));
  await writeFile(join(folder, 'keys', pepper), '{"secr');
  await expect(openKeys(folder)).rejects.toThrow(
    `${pepper} cannot be read; put it back from a copy of the keys`,
  );
});
