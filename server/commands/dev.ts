import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createServer } from 'vite';

/**
 * Development: the server under `--watch`, and Vite in front of it for both apps, so that every edit shows at
 * once. Kiosk on PORT, panel on PORT + 1, server on PORT + 2.
 */
const root = join(import.meta.dirname, '..', '..');
const port = Number(process.env.PORT || 8080);
const backend = `http://127.0.0.1:${port + 2}`;
const proxy = { '/api': backend, '/healthz': backend };

for (const [mode, at] of [
  ['kiosk', port],
  ['admin', port + 1],
] as const) {
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    mode,
    server: { port: at, host: '127.0.0.1', proxy },
  });
  await vite.listen();
}
const server = spawn(process.execPath, ['--watch', join(root, 'server', 'main.ts')], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(port + 2), SAUTI_DEV: '1' },
});
server.on('exit', code => process.exit(code ?? 1));
console.log(`Development: kiosk http://localhost:${port}/, panel http://localhost:${port + 1}/admin/`);
