import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const digest = (text: string) => createHash('sha256').update(text).digest('base64url');

/** A `dist` folder with a kiosk of two files and a panel of one; `id` names the build and marks its page. */
export async function makeDist(folder: string, id: string, version = '0.1.0'): Promise<string> {
  const listed = {
    '/index.html': `<!doctype html><title>${id}</title>`,
    [`/assets/main-${digest(id).slice(0, 8)}.js`]: `// ${id}`,
  };
  const files = Object.entries(listed).map(([url, text]) => ({
    url,
    hash: digest(text),
    bytes: Buffer.byteLength(text),
  }));
  const all: Record<string, string> = {
    ...listed,
    '/sw.js': '// the worker',
    '/build.json': JSON.stringify({ id, version, files }),
  };
  for (const [url, text] of Object.entries(all)) {
    const path = join(folder, 'kiosk', url);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }
  await mkdir(join(folder, 'admin'), { recursive: true });
  await writeFile(join(folder, 'admin', 'index.html'), '<!doctype html><title>panel</title>');
  return folder;
}
