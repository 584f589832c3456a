import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { build, type Rolldown } from 'vite';

/** The floor of everything on a screen: a hello-world page of Preact, with a service worker that holds it. */
export interface BarePage {
  readonly origin: string;
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
};

/** The shortest worker that keeps a page: what it lists is fetched at its installation and answered from there. */
function workerOf(paths: readonly string[]): string {
  return [
    `addEventListener('install', event => event.waitUntil(caches.open('bare').then(cache => cache.addAll(${JSON.stringify(paths)})).then(() => skipWaiting())));`,
    "addEventListener('activate', event => event.waitUntil(clients.claim()));",
    "addEventListener('fetch', event => event.respondWith(caches.match(event.request).then(found => found ?? fetch(event.request))));",
  ].join('\n');
}

async function buildFiles(): Promise<Map<string, string>> {
  const built = (await build({
    root: join(import.meta.dirname, '..', '..', 'floors', 'page'),
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: { write: false, target: 'chrome144', modulePreload: { polyfill: false } },
  })) as Rolldown.RolldownOutput;
  const files = new Map<string, string>();
  for (const item of built.output)
    files.set(`/${item.fileName}`, item.type === 'chunk' ? item.code : String(item.source));
  files.set('/', files.get('/index.html') ?? '');
  files.delete('/index.html');
  files.set('/sw.js', workerOf([...files.keys()]));
  return files;
}

export async function serveBarePage(): Promise<BarePage> {
  const files = await buildFiles();
  const server = createServer((request, response) => {
    const path = request.url?.split('?')[0] ?? '/';
    const file = files.get(path);
    if (file === undefined) response.writeHead(404).end();
    else
      response
        .writeHead(200, {
          'content-type': types[extname(path)] ?? types['.html'] ?? '',
          'cache-control': 'no-cache',
        })
        .end(file);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    close: () =>
      new Promise(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
