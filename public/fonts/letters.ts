/** Which letters each font file holds; one that is in none is drawn by whatever font the machine has, or as a box. */
const range = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)).join('');

export const parts = [
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
