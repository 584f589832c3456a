import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build, type Rolldown } from 'vite';

/** Under the panel's path, where the kiosk's worker answers nothing. */
const path = '/admin/engine/';
const page = `<!doctype html><meta charset="utf-8"><title>Engine</title><script type="module" src="${path}main.js"></script>`;

async function buildFiles(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    root: import.meta.dirname,
    base: path,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome144',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: join(import.meta.dirname, 'main.ts'),
        output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return new Map(output.flatMap(item => (item.type === 'chunk' ? [[path + item.fileName, item.code]] : [])));
}

let files: Promise<ReadonlyMap<string, string>> | null = null;

/**
 * Serves a page without screens beside a real server: the kiosk's own engine, built as the kiosk is, with its
 * door open. What it keeps and sends is real; only the taps are missing.
 */
export async function serveEngine(context: BrowserContext, origin: string): Promise<string> {
  files ??= buildFiles();
  const built = await files;
  await context.route(`${origin}${path}**`, async route => {
    const { pathname } = new URL(route.request().url());
    const script = built.get(pathname);
    if (script !== undefined) await route.fulfill({ contentType: 'text/javascript', body: script });
    else if (pathname === path) await route.fulfill({ contentType: 'text/html', body: page });
    else await route.fulfill({ status: 404, body: '' });
  });
  return origin + path;
}
