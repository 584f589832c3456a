import { hash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const admin = join(import.meta.dirname, '../../admin');
export type StickPage = 'verifier' | 'reader';

/** The page's script with all that it needs, as one piece that is no module: a file:// page loads none. */
async function bundle(name: StickPage): Promise<string> {
  const folder = join(admin, name);
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome144',
      lib: { entry: join(folder, 'main.ts'), formats: ['iife'], name },
    },
  });
  const [made] = Array.isArray(built) ? built : [built];
  const chunk = made && 'output' in made ? made.output[0] : undefined;
  if (!chunk) throw new Error(`the page ${name} was not built`);
  // Nothing in a script may look like its end.
  return chunk.code.trim().replaceAll('</script', '<\\/script');
}

const digest = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

/**
 * A page as one HTML file that opens from a stick. Its policy lets run exactly this script and this style, and reaches no network;
 * the same sources give the same bytes, so that its SHA-256 can be written down and compared.
 */
export async function makeStickPage(name: StickPage): Promise<string> {
  const script = await bundle(name);
  const style = readFileSync(join(admin, 'verifier/page.css'), 'utf8').trim();
  const policy = [
    "default-src 'none'",
    `script-src ${digest(script)}`,
    `style-src ${digest(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>Sauti</title>
<style>${style}</style>
</head>
<body>
<script>${script}</script>
</body>
</html>
`;
}

/** Writes the page to a file, `dist/sauti-NAME.html` if none is given; answers it with its SHA-256, to compare copies. */
export async function writeStickPage(name: StickPage, given: string | undefined): Promise<string> {
  const file = given ? resolve(process.env.INIT_CWD ?? '', given) : join(admin, `../dist/sauti-${name}.html`);
  const page = await makeStickPage(name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, page);
  return `${file}\nSHA-256 ${hash('sha256', page)}`;
}
