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

const here = import.meta.dirname;
const home = dirname(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/package.json'));

const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

const parts = [
  {
    file: 'noto-sans.woff2',
    source: 'noto-sans-latin-wght-normal.woff2',
    letters: `${range(0x20, 0x7e)}${range(0xa0, 0xff)}${range(0x2010, 0x2014)}‘’‚“”„†•…′″‹›€™−ʼʻˆ˚˜↑↓\u0304\u0308`,
  },
  {
    file: 'noto-sans-more.woff2',
    source: 'noto-sans-latin-ext-wght-normal.woff2',
    letters: `${range(0x100, 0x17f)}${range(0x1cd, 0x1dc)}ƁɓƊɗƘƙƔɣƐɛƆɔƗɨɄʉƱʊƲʋƳƴẼẽỸỹ\u0304\u0308`,
  },
  {
    file: 'noto-sans-marks.woff2',
    source: 'noto-sans-vietnamese-wght-normal.woff2',
    letters: '\u0300\u0301\u0303\u0323',
  },
];

for (const { file, source, letters } of parts) {
  const font = await readFile(join(home, 'files', source));
  const variationAxes = { wght: { min: 400, max: 800 } };
  await writeFile(join(here, file), await subsetFont(font, letters, { targetFormat: 'woff2', variationAxes }));
}
await copyFile(join(home, 'LICENSE'), join(here, 'OFL.txt'));
