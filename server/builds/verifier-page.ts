import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const folder = join(import.meta.dirname, '../../admin/verifier');

/** The page's script with all that it needs, as one piece that is no module: a file:// page loads none. */
async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    root: folder,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'chrome144',
      lib: { entry: join(folder, 'main.ts'), formats: ['iife'], name: 'verifier' },
    },
  });
  const [made] = Array.isArray(built) ? built : [built];
  const chunk = made && 'output' in made ? made.output[0] : undefined;
  if (!chunk) throw new Error('the verifier page was not built');
  // Nothing in a script may look like its end.
  return chunk.code.trim().replaceAll('</script', '<\\/script');
}

const digest = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;

/**
 * The verifier as one HTML file. Its policy lets run exactly this script and this style, and reaches no network;
 * the same sources give the same bytes, so that its SHA-256 can be written down and compared.
 */
export async function makeVerifierPage(): Promise<string> {
  const script = await bundle();
  const style = readFileSync(join(folder, 'page.css'), 'utf8').trim();
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
