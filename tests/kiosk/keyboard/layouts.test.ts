import { describe, expect, it } from 'vitest';
import { type Layer, rowsOf } from '../../../kiosk/keyboard/layouts.ts';
import { type Language, languages } from '../../../shared/language/languages.ts';
import { kioskTexts } from '../../helpers/texts.ts';

const layers = ['letters', 'numbers', 'marks'] as const;
const lettersOf = (layer: Layer, language: Language = 'en') =>
  rowsOf(layer, false, language).flatMap(row => row.flatMap(key => ('type' in key ? [key.type] : [])));

describe('the keyboard', () => {
  it('has every letter of English and Kiswahili once', () => {
    const letters = lettersOf('letters').filter(letter => /[a-z]/.test(letter));
    expect(letters.toSorted().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  });

  it('has every digit, and full stop, comma and question mark in both layers', () => {
    expect(lettersOf('numbers')).toEqual(expect.arrayContaining([...'0123456789,.?']));
    expect(lettersOf('letters')).toEqual(expect.arrayContaining([...',.?']));
  });

  it.each(layers)('%s: four rows, and no more keys than a screen of 1024 has room for', layer => {
    for (const language of languages) {
      const rows = rowsOf(layer, false, language);
      expect(rows).toHaveLength(4);
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(12);
    }
  });

  it.each(languages)('has every letter in which its own language %s is written on the kiosk', language => {
    const typed = new Set(lettersOf('letters', language));
    // Names of months may carry marks of tone; what people write does not.
    const words = [...kioskTexts(language)].filter(([key]) => !key.startsWith('calendar.'));
    const letters = new Set(words.flatMap(([, text]) => [...text.toLowerCase()]));
    const missing = [...letters].filter(letter => /\p{Letter}|’/u.test(letter) && !typed.has(letter));
    expect(missing).toEqual([]);
  });

  it('has a list of all letters with marks, each once and with a capital', () => {
    const letters = lettersOf('marks').filter(letter => !/[,.?]/.test(letter));
    expect(letters).toEqual(expect.arrayContaining([...'ĩũŋɛɔɨʉéâã']));
    expect(new Set(letters).size).toBe(letters.length);
    for (const letter of letters) expect([...letter.toUpperCase()]).toHaveLength(1);
    for (const letter of letters) expect(letter.toUpperCase()).not.toBe(letter);
  });

  it.each(layers)('%s leads to both other layers', layer => {
    const acts = rowsOf(layer, false, 'en').flatMap(row =>
      row.flatMap(key => ('act' in key ? [key.act] : [])),
    );
    expect(acts).toEqual(expect.arrayContaining(layers.filter(one => one !== layer)));
  });

  it('offers no second line for a name', () => {
    const acts = rowsOf('letters', true, 'en').flatMap(row =>
      row.flatMap(key => ('act' in key ? [key.act] : [])),
    );
    expect(acts).not.toContain('line');
    expect(acts).toContain('erase');
  });
});
