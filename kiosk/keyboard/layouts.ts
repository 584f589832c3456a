import type { Language } from '../../shared/language/languages.ts';

/** A key: a letter to type, or something to do. */
export type Key = { readonly type: string } | { readonly act: Act };

export type Act = 'shift' | 'erase' | 'line' | 'space' | Layer;
export type Layer = 'letters' | 'numbers' | 'marks';
export type Rows = readonly (readonly Key[])[];

const typed = (letters: string): Key[] => [...letters].map(letter => ({ type: letter }));

/** The last row is the same in both layers, so that a thumb finds it without looking. */
const lastRow = (first: Layer, second: Layer): Key[] => [
  { act: first },
  { act: second },
  { type: ',' },
  { act: 'space' },
  { type: '.' },
  { type: '?' },
  { act: 'line' },
];

/** The letters that a language has beside the Latin ones, at the end of each row of letters; most have none. */
const moreLetters: Readonly<Partial<Record<Language, readonly [string, string, string]>>> = {
  ki: ['', 'ĩũ', ''],
  kam: ['', 'ĩũ', ''],
  mer: ['', 'ĩũ', ''],
  mas: ['ŋ', 'ɛɔ', 'ɨʉ'],
};

/** Latin, which all of our languages share. */
const layers: Readonly<Record<Layer, Rows>> = {
  letters: [
    typed('qwertyuiop'),
    typed('asdfghjkl'),
    [{ act: 'shift' }, ...typed('zxcvbnm’'), { act: 'erase' }],
    lastRow('numbers', 'marks'),
  ],
  numbers: [
    typed('1234567890'),
    typed('-/:;()&@!'),
    [...typed('\'"+=%*’#'), { act: 'erase' }],
    lastRow('letters', 'marks'),
  ],
  // Every letter with a mark that is written in Kenya, as a list to look through: nobody has to know of a long press.
  marks: [
    typed('ĩũŋɛɔɨʉẽõñ'),
    typed('áéíóúàèìòù'),
    [{ act: 'shift' }, ...typed('âêîôûãç'), { act: 'erase' }],
    lastRow('letters', 'numbers'),
  ],
};

/** The letters go before the key that deletes, which keeps its corner. */
function withLetters(row: readonly Key[], letters: string): readonly Key[] {
  const last = row.findIndex(key => 'act' in key && key.act === 'erase');
  const at = last < 0 ? row.length : last;
  return [...row.slice(0, at), ...typed(letters), ...row.slice(at)];
}

/** The rows of a layer in a language; a name has no second line. */
export function rowsOf(layer: Layer, oneLine: boolean, language: Language): Rows {
  const more = layer === 'letters' ? moreLetters[language] : undefined;
  const rows = layers[layer].map((row, at) => withLetters(row, more?.[at] ?? ''));
  return oneLine ? rows.map(row => row.filter(key => !('act' in key && key.act === 'line'))) : rows;
}
