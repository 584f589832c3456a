import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDemonstration, expect, test } from '../../helpers/browser.ts';
import { signInToPanel } from '../../helpers/panel-officer.ts';
import { freePort } from '../../helpers/server-process.ts';

test('in development both apps reach the server as their own', async ({ newBrowser }) => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sauti-dev-'));
  await copyDemonstration(dataDir);
  const port = await freePort();
  const dev = spawn(process.execPath, ['server/commands/dev.ts'], {
    cwd: join(import.meta.dirname, '..', '..', '..'),
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
    stdio: 'ignore',
  });
  const ended = new Promise(resolve => dev.once('exit', resolve));
  try {
    const at = (add: number) => `http://localhost:${port + add}`;
    await expect
      .poll(() => fetch(`${at(0)}/healthz`).then(answer => answer.status, String), { timeout: 60_000 })
      .toBe(200);
    const page = await (await newBrowser()).open();
    await page.goto(at(0));
    await expect(page.getByText('Connected')).toBeVisible({ timeout: 60_000 });
    await signInToPanel(page, at(1), 'kitchen');
  } finally {
    dev.kill();
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  }
});
