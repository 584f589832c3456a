import { join } from 'node:path';
import type { BrowserContext } from '@playwright/test';
import { build, type Rolldown } from 'vite';

const here = import.meta.dirname;

async function buildFiles(input: string, path: string): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    root: here,
    base: path,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'chrome144',
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input,
        output: { entryFileNames: 'main.js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
  const { output } = result as Rolldown.RolldownOutput;
  return new Map(output.flatMap(item => (item.type === 'chunk' ? [[path + item.fileName, item.code]] : [])));
}

const files = new Map<string, Promise<ReadonlyMap<string, string>>>();

/**
 * Serves a page without screens that runs one script of the tests, built as the kiosk is, and answers its address: under
 * the panel's path, where the kiosk's worker answers nothing.
 */
async function serveScript(
  context: BrowserContext,
  origin: string,
  name: string,
  input: string,
): Promise<string> {
  const path = `/admin/${name}/`;
  const page = `<!doctype html><meta charset="utf-8"><title>${name}</title><script type="module" src="${path}main.js"></script>`;
  const building = files.get(name) ?? buildFiles(input, path);
  files.set(name, building);
  const built = await building;
  await context.route(`${origin}${path}**`, async route => {
    const { pathname } = new URL(route.request().url());
    const script = built.get(pathname);
    if (script !== undefined) await route.fulfill({ contentType: 'text/javascript', body: script });
    else if (pathname === path) await route.fulfill({ contentType: 'text/html', body: page });
    else await route.fulfill({ status: 404, body: '' });
  });
  return origin + path;
}

/** The kiosk's own engine beside a real server, with its door open: what it keeps and sends is real, only the taps are missing. */
export function serveEngine(context: BrowserContext, origin: string): Promise<string> {
  return serveScript(context, origin, 'engine', join(here, 'main.ts'));
}

/** How the kiosk says days and numbers, language by language. */
export function serveCalendar(context: BrowserContext, origin: string): Promise<string> {
  return serveScript(context, origin, 'calendar', join(here, 'calendar.ts'));
}
