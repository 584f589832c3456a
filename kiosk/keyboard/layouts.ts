/** A key: a letter to type, or something to do. */
export type Key =
  | { readonly type: string }
  | { readonly act: 'shift' | 'erase' | 'line' | 'space' | 'numbers' | 'letters' };

export type Layer = 'letters' | 'numbers';
export type Rows = readonly (readonly Key[])[];

const typed = (letters: string): Key[] => [...letters].map(letter => ({ type: letter }));

/** The last row is the same in both layers, so that a thumb finds it without looking. */
const lastRow = (other: Layer): Key[] => [
  { act: other },
  { type: ',' },
  { act: 'space' },
  { type: '.' },
  { type: '?' },
  { act: 'line' },
];

/** English and Kiswahili share the Latin letters; a language with letters of its own brings its own rows. */
const layers: Readonly<Record<Layer, Rows>> = {
  letters: [
    typed('qwertyuiop'),
    typed('asdfghjkl'),
    [{ act: 'shift' }, ...typed('zxcvbnm'), { act: 'erase' }],
    lastRow('numbers'),
  ],
  numbers: [
    typed('1234567890'),
    typed('-/:;()&@!'),
    [...typed('\'"+=%*’#'), { act: 'erase' }],
    lastRow('letters'),
  ],
};

/** The rows of a layer; a name has no second line. */
export function rowsOf(layer: Layer, oneLine: boolean): Rows {
  const rows = layers[layer];
  return oneLine ? rows.map(row => row.filter(key => !('act' in key && key.act === 'line'))) : rows;
}
