import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const engine = '@echogarden/espeak-ng-emscripten';
const folder = dirname(createRequire(import.meta.url).resolve(engine));
const virtual = 'virtual:speech-voices';

/** What espeak-ng needs for English, Kiswahili and Oromo, of the 459 files that come with it. */
const wanted =
  /\/espeak-ng-data\/(phontab|phonindex|phondata|intonations|(en|sw|om)_dict|lang\/(gmw\/en|bnt\/sw|cus\/om))$/;

/** Where the engine's own script says which file lies where in its data. */
const listed = /loadPackage\(\{files:\[(.*?)\],remote_package_size:\d+\}\)/s;
const entry = /\{filename:"([^"]+)",start:(\d+),end:(\d+)\}/g;

interface Cut {
  /** The engine's script, with the list of what is left. */
  readonly script: string;
  readonly voices: Buffer;
}

/** What the engine would do in Node, or with a binary beside it: the bundler warns of both, and neither is so here. */
const elsewhere: readonly (readonly [string, string])[] = [
  ['await import("module")', '{}'],
  ['new URL("espeak-ng.wasm",import.meta.url).href', '"espeak-ng.wasm"'],
];

/** Cuts the data of all languages down to ours. Throws if the engine's package is not as it was. */
function cut(): Cut {
  const script = readFileSync(join(folder, 'espeak-ng.js'), 'utf8');
  const data = readFileSync(join(folder, 'espeak-ng.data'));
  const parts: Buffer[] = [];
  const files: string[] = [];
  let start = 0;
  for (const [, name = '', from, to] of (listed.exec(script)?.[1] ?? '').matchAll(entry)) {
    if (!wanted.test(name)) continue;
    const part = data.subarray(Number(from), Number(to));
    files.push(`{filename:"${name}",start:${start},end:${start + part.length}}`);
    parts.push(part);
    start += part.length;
  }
  if (files.length !== 10) throw new Error(`${engine} has not the ten files that are spoken with`);
  const shorter = script.replace(
    listed,
    () => `loadPackage({files:[${files.join()}],remote_package_size:${start}})`,
  );
  return {
    script: elsewhere.reduce((text, [from, to]) => text.replaceAll(from, to), shorter),
    voices: Buffer.concat(parts),
  };
}

/**
 * Speech: espeak-ng with the voices that are spoken here, in files of their own. `virtual:speech-voices` is the path
 * of the voices. The engine's licence stands beside it.
 */
export function speechPlugin(): Plugin {
  const { script, voices } = cut();
  const digest = createHash('sha256').update(voices).digest('base64url').replaceAll(/\W/g, '_').slice(0, 8);
  const path = `/assets/speech-voices-${digest}.bin`;
  return {
    name: 'sauti-speech',
    enforce: 'pre',
    config: () => ({ optimizeDeps: { exclude: [engine] } }),
    resolveId: id => (id === virtual ? `\0${virtual}` : null),
    load(id) {
      if (id === `\0${virtual}`) return `export const voicesPath = ${JSON.stringify(path)};`;
      return id.split('?')[0]?.endsWith(`${engine}/espeak-ng.js`) ? script : null;
    },
    configureServer(server) {
      server.middlewares.use(path, (_request, response) => {
        response.setHeader('content-type', 'application/octet-stream').end(voices);
      });
    },
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: path.slice(1), source: voices });
      this.emitFile({
        type: 'asset',
        fileName: 'assets/speech-licence.txt',
        source: readFileSync(join(folder, 'COPYING')),
      });
    },
  };
}
