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
// The host stays the page's own: the server refuses what comes from another origin.
const forward = { target: backend, changeOrigin: false };
// Each app has modules in a folder of that name too.
const proxy = { '^/api/(?!.*\\.ts(\\?|$))': forward, '/healthz': forward };

for (const [mode, at] of [
  ['kiosk', port],
  ['admin', port + 1],
] as const) {
  const vite = await createServer({
    configFile: join(root, 'vite.config.ts'),
    mode,
    // Two servers that shared one folder would throw each other's prepared modules away.
    cacheDir: join(root, 'node_modules', '.vite', mode),
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
process.on('SIGTERM', () => server.kill());
console.log(`Development: kiosk http://localhost:${port}/, panel http://localhost:${port + 1}/admin/`);
