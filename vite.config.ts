import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, type Plugin, type Rolldown, runnerImport } from 'vite';
import { speechPlugin } from './server/builds/speech-plugin.ts';
import { previewAddress } from './shared/content/preview.ts';
import { makeSprite, type PictureFile } from './shared/pictures/sprite.ts';

const here = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string };
const pictures = join(here, 'shared/pictures');
const lucide = join(here, 'node_modules/lucide-static/icons');

type App = 'kiosk' | 'admin';

/** All drawings and icons: `<use href="#picture-food-dirty">`, `<use href="#icon-house">`. */
function pictureFiles(): PictureFile[] {
  const own = readdirSync(pictures)
    .filter(name => name.endsWith('.svg'))
    .map(name => ({
      id: `picture-${name.slice(0, -4)}`,
      svg: readFileSync(join(pictures, name), 'utf8'),
    }));
  const names = JSON.parse(readFileSync(join(pictures, 'icons.json'), 'utf8')) as string[];
  const icons = names.map(name => ({
    id: `icon-${name}`,
    svg: readFileSync(join(lucide, `${name}.svg`), 'utf8'),
  }));
  return [...own, ...icons];
}

/**
 * The sprite in two parts (docs/decisions/0029): what an app's first screen shows stands in its page, so that it is
 * painted with it; all the rest is `pictures.svg`, which the app takes into the page after its first paint.
 */
function sprites(app: App): { readonly first: string; readonly rest: string } {
  const lists = JSON.parse(readFileSync(join(pictures, 'first.json'), 'utf8')) as Record<App, string[]>;
  const wanted = new Set(lists[app]);
  const { first = [], rest = [] } = Object.groupBy(pictureFiles(), ({ id }) =>
    wanted.delete(id) ? 'first' : 'rest',
  );
  if (wanted.size > 0) throw new Error(`first.json names no pictures: ${[...wanted].join(', ')}`);
  return { first: makeSprite(first), rest: makeSprite(rest) };
}

function picturesPlugin(base: string, app: App): Plugin {
  return {
    name: 'sauti-pictures',
    configureServer(server) {
      server.middlewares.use(`${base}pictures.svg`, (_request, response) => {
        response.setHeader('content-type', 'image/svg+xml').end(sprites(app).rest);
      });
    },
    transformIndexHtml: () => [
      {
        tag: 'div',
        attrs: { id: 'pictures', hidden: true },
        children: sprites(app).first,
        injectTo: 'body-prepend',
      },
    ],
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'pictures.svg', source: sprites(app).rest });
    },
  };
}

const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** The kiosk's first screen as text, by the app's own components, whose hooks stand still for it. */
async function drawFirstScreen(): Promise<string> {
  const { module } = await runnerImport<typeof import('./kiosk/page/first-screen.tsx')>(
    join(here, 'kiosk/page/first-screen.tsx'),
    {
      root: join(here, 'kiosk'),
      logLevel: 'warn',
      oxc: jsx,
      resolve: { alias: { 'preact/hooks': join(here, 'kiosk/page/still-hooks.ts') } },
    },
  );
  return module.firstScreen();
}

/** Replaces what must be there. */
function replaced(html: string, wanted: RegExp | string, by: (...found: string[]) => string): string {
  const after = html.replace(wanted, by);
  if (after === html) throw new Error(`index.html has no ${String(wanted)}`);
  return after;
}

/**
 * The kiosk's first screen, drawn when it is built, stands in its page, and the app is only fetched ahead: `boot.ts` has
 * it run after the first paint (docs/decisions/0034). Not in development, where the app draws that screen as any other.
 */
function firstScreenPlugin(): Plugin {
  return {
    name: 'sauti-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const screen = await drawFirstScreen();
        const drawn = replaced(html, '<div id="app">', place => place + screen);
        return replaced(
          drawn,
          /<script type="module" crossorigin (src="[^"]+")><\/script>/,
          (_script, source = '') =>
            `<link rel="preload" as="script" crossorigin data-app ${source.replace('src', 'href')}>`,
        );
      },
    },
  };
}

function filesUnder(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name))
    : [];
}

/** What of `public/` a kiosk needs with the network gone; the rest (licences, scripts) stays on the server. */
const kept = /\.(woff2|png|svg|webmanifest)$/;

/** What of a build no kiosk needs: what helps to read its code, and licences. */
const unneeded = /\.(map|txt)$/;

/**
 * `/build.json`: every file of the build with its digest. The service worker holds no build-specific code;
 * it reads this list and takes a build whole or not at all.
 */
function buildListPlugin(): Plugin {
  return {
    name: 'sauti-build-list',
    enforce: 'post',
    generateBundle: {
      // Vite itself still rewrites chunks in this hook (the lists of what to preload): only the last look is true.
      order: 'post',
      handler(_options, bundle: Rolldown.OutputBundle) {
        const files: { url: string; hash: string; bytes: number }[] = [];
        const add = (url: string, content: string | Uint8Array) => {
          const bytes = Buffer.from(content);
          files.push({
            url,
            hash: createHash('sha256').update(bytes).digest('base64url'),
            bytes: bytes.length,
          });
        };
        for (const item of Object.values(bundle)) {
          if (item.fileName === 'sw.js' || unneeded.test(item.fileName)) continue;
          add(`/${item.fileName}`, item.type === 'chunk' ? item.code : item.source);
        }
        for (const path of filesUnder(join(here, 'public')).filter(name => kept.test(name)))
          add(path.slice(join(here, 'public').length).replaceAll('\\', '/'), readFileSync(path));
        files.sort((a, b) => (a.url < b.url ? -1 : 1));
        const id = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
        this.emitFile({
          type: 'asset',
          fileName: 'build.json',
          source: JSON.stringify({ id, version, files }),
        });
      },
    },
  };
}

/**
 * The script that comes before all others and depends on none of them, under a name of its own. Not in development:
 * there is no worker that it could ask.
 */
function bootPlugin(): Plugin {
  return {
    name: 'sauti-boot',
    apply: 'build',
    // Not deferred: it hears the first finger, so it runs before anything is painted. The style, which is asked for
    // together with it, takes longer.
    transformIndexHtml: () => [{ tag: 'script', attrs: { src: '/boot.js' }, injectTo: 'head-prepend' }],
  };
}

/** Entries with a fixed name; all others carry their digest in it. */
const fixedNames = new Set(['sw', 'boot']);

/** Two builds of one configuration, so that no line of the panel ever reaches a kiosk. */
export default defineConfig(({ mode }) => {
  // A page of the kiosk as the panel shows it: of the kiosk's code, and a part of the panel.
  const isPreview = mode === 'preview';
  const app: App = mode === 'admin' ? 'admin' : 'kiosk';
  const base = isPreview ? previewAddress : app === 'admin' ? '/admin/' : '/';
  const isKiosk = mode !== 'admin' && !isPreview;
  const root = join(here, isPreview ? 'kiosk/preview' : app);
  const input: Record<string, string> = { index: join(root, 'index.html') };
  if (isKiosk) {
    input.sw = join(root, 'worker/main.ts');
    input.boot = join(root, 'boot.ts');
  }
  return {
    root,
    base,
    publicDir: join(here, 'public'),
    plugins: [
      picturesPlugin(base, app),
      ...(app === 'kiosk' ? [speechPlugin()] : []),
      ...(isKiosk ? [bootPlugin(), firstScreenPlugin(), buildListPlugin()] : []),
    ],
    // A worker of its own is a build of its own.
    worker: { format: 'es', plugins: () => [speechPlugin()] },
    oxc: jsx,
    build: {
      outDir: join(here, 'dist', isPreview ? 'admin/preview' : app),
      emptyOutDir: true,
      target: 'chrome144',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input,
        output: {
          entryFileNames: chunk => (fixedNames.has(chunk.name) ? '[name].js' : 'assets/[name]-[hash].js'),
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
    server: { strictPort: true },
  };
});
