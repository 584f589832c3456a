import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../kiosk/keyboard/layouts.ts';

const lettersOf = (layer: 'letters' | 'numbers') =>
  rowsOf(layer, false).flatMap(row => row.flatMap(key => ('type' in key ? [key.type] : [])));

describe('the keyboard', () => {
  it('has every letter of English and Kiswahili once', () => {
    const letters = lettersOf('letters').filter(letter => /[a-z]/.test(letter));
    expect(letters.toSorted().join('')).toBe('abcdefghijklmnopqrstuvwxyz');
  });

  it('has every digit, and full stop, comma and question mark in both layers', () => {
    expect(lettersOf('numbers')).toEqual(expect.arrayContaining([...'0123456789,.?']));
    expect(lettersOf('letters')).toEqual(expect.arrayContaining([...',.?']));
  });

  it.each(['letters', 'numbers'] as const)(
    '%s: four rows of at most ten keys, which a screen of 1024 has room for',
    layer => {
      const rows = rowsOf(layer, false);
      expect(rows).toHaveLength(4);
      for (const row of rows) expect(row.length).toBeLessThanOrEqual(10);
    },
  );

  it('offers no second line for a name', () => {
    const acts = rowsOf('letters', true).flatMap(row => row.flatMap(key => ('act' in key ? [key.act] : [])));
    expect(acts).not.toContain('line');
    expect(acts).toContain('erase');
  });
});
