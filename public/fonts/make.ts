/**
 * Makes the font files beside this script from the npm package of Noto Sans (OFL): `node public/fonts/make.ts`.
 *
 * The package comes cut by script and a subsetter cannot join the parts again, so there are three small files
 * that `unicode-range` in shared/design/base.css joins: Latin, the further letters of Kenya's languages (ĩ ũ ŋ
 * ɛ ɔ ɨ ʉ and all of Latin Extended-A), and combining marks. The weights that tokens.css uses lie between 400
 * and 800; the rest of the axis is dropped.
 */
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { parts } from './letters.ts';

const here = import.meta.dirname;
const home = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/package.json'));

for (const { file, source, letters } of parts) {
  const font = await readFile(join(home, 'files', source));
  const variationAxes = { wght: { min: 400, max: 800 } };
  await writeFile(join(here, file), await subsetFont(font, letters, { targetFormat: 'woff2', variationAxes }));
}
await copyFile(join(home, 'LICENSE'), join(here, 'OFL.txt'));
