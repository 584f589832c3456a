import { describe, expect, it } from 'vitest';
import { arrange } from '../../../kiosk/components/keypad-order.ts';
import { codeKeys } from '../../../shared/submission/code.ts';

const digits = [...'1234567890'];

/** The pad as one reads it, row by row; a wide key stands once for each of its columns. */
function rowsOf(keys: readonly string[]): string[] {
  const { columns, spots } = arrange(keys);
  const cells = spots.flatMap(spot => {
    if (spot === null) return [' '];
    return 'key' in spot ? [spot.key] : Array<string>(spot.span).fill(spot.own === 'erase' ? '<' : '=');
  });
  const rows: string[] = [];
  for (let from = 0; from < cells.length; from += columns)
    rows.push(cells.slice(from, from + columns).join(''));
  return rows;
}

describe('a keypad', () => {
  it.each([
    ['digits alone are a telephone', digits, ['123', '456', '789', '<0=']],
    ['one sign stands beside the zero', [...digits, '/'], ['123', '456', '789', '/0<', '===']],
    ['two signs at both sides of it', [...digits, '/', '-'], ['123', '456', '789', '/0-', '<==']],
    ['letters in a column of their own', [...digits, ...'/KMT'], ['123/', '456K', '789M', '<0=T']],
    ['a column that is not full', [...digits, ...'ABC'], ['123A', '456B', '789C', '<0= ']],
    ['two columns', [...digits, ...'ABCDE'], ['123AB', '456CD', '789E ', '<0=  ']],
    ['keys that are no telephone, in their order', [...'ABC'], ['ABC', '<==']],
  ] as const)('%s', (_name, keys, rows) => {
    expect(rowsOf(keys)).toEqual(rows);
  });

  it('has every key of a receipt code, in four full rows', () => {
    const rows = rowsOf(codeKeys);
    expect(rows).toHaveLength(4);
    expect(new Set(rows.map(row => row.length))).toEqual(new Set([10]));
    expect(rows.join('').replace(/[<=]/g, '')).toBe(codeKeys.join(''));
  });

  it.each(Array.from({ length: 36 }, (_, count) => count + 1))('of %i keys offers each once', count => {
    const keys = [...'1234567890ABCDEFGHIJKLMNOPQRSTUVWXYZ'].slice(0, count);
    const { columns, spots } = arrange(keys);
    const shown = spots.flatMap(spot => (spot !== null && 'key' in spot ? [spot.key] : []));
    expect(shown.toSorted()).toEqual(keys.toSorted());
    const width = spots.reduce((sum, spot) => sum + (spot !== null && 'own' in spot ? spot.span : 1), 0);
    expect(width % columns).toBe(0);
  });
});
