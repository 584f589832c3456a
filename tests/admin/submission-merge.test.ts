import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asShown, mergeRows } from '../../admin/store/submission-merge.ts';

const row = (number: number, words = '') => ({ number, prison: null, words });

test('what changed inside a row shows in its place', () => {
  const { rows, moved, added } = mergeRows(asShown([row(1), row(2)]), [row(1, 'new'), row(2)], true);
  expect(rows).toEqual(asShown([row(1, 'new'), row(2)]));
  expect({ moved, added }).toEqual({ moved: false, added: 0 });
});

test('a row that left stays in its place and says so', () => {
  const { rows, moved } = mergeRows(asShown([row(1), row(2)]), [row(2)], true);
  expect(rows).toEqual([
    { row: row(1), gone: true },
    { row: row(2), gone: false },
  ]);
  expect(moved).toBe(true);
});

test('a row that came back is no longer gone', () => {
  const { rows, moved } = mergeRows([{ row: row(1), gone: true }], [row(1)], true);
  expect(rows).toEqual(asShown([row(1)]));
  expect(moved).toBe(false);
});

test('rows in another order have moved though none is new', () => {
  expect(mergeRows(asShown([row(1), row(2)]), [row(2), row(1)], true)).toMatchObject({
    moved: true,
    added: 0,
  });
});

test('a row that moves up from the next page is no new case', () => {
  const shown = asShown([row(1), row(2)]);
  expect(mergeRows(shown, [row(2), row(3)], false).added).toBe(0);
  expect(mergeRows(shown, [row(9), row(2), row(3)], false).added).toBe(1);
  expect(mergeRows(shown, [row(1), row(2), row(3)], true).added).toBe(1);
});

const lists = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 20 });

test('nothing ever changes its place, whatever the server answers', () => {
  fc.assert(
    fc.property(lists, lists, (before, after) => {
      const merged = mergeRows(
        asShown(before.map(number => row(number))),
        after.map(number => row(number)),
        true,
      );
      expect(merged.rows.map(({ row: shown }) => shown.number)).toEqual(before);
      expect(merged.added).toBe(after.filter(number => !before.includes(number)).length);
      expect(merged.moved).toBe(before.join() !== after.join());
    }),
  );
});
