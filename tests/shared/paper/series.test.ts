import { expect, test } from 'vitest';
import { missingNumbers, paperNumber } from '../../../shared/paper/series.ts';

const block = { first: 101, last: 108 };

test.each<[name: string, entered: readonly number[], missing: readonly number[]]>([
  ['nothing came back: all may lie in the drawer', [], []],
  ['they came back in order', [101, 102, 103], []],
  ['one was passed over', [101, 102, 104], [103]],
  ['the last came first', [108], [101, 102, 103, 104, 105, 106, 107]],
  ['those of other blocks say nothing', [3, 99, 109, 500], []],
])('%s', (_, entered, missing) => {
  expect(missingNumbers(block, entered)).toEqual(missing);
});

test('a number stands in six digits for as long as six are enough', () => {
  expect([1, 999_999, 1_000_000].map(paperNumber)).toEqual(['000001', '999999', '1000000']);
});
