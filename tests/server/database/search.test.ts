import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../server/database/database.ts';
import {
  createSubmissionText,
  forgetSubmission,
  indexSubmission,
  searchSubmissions,
} from '../../../server/database/search.ts';
import { withDatabases } from '../../helpers/databases.ts';

const texts: readonly (readonly [prisonId: string, number: number, text: string])[] = [
  ['nairobi', 1, 'The beans were raw, three days now'],
  ['nairobi', 2, 'Raw ugali; the beans were good'],
  ['nairobi', 3, 'Chakula hakitoshi: Ĩtherũ'],
  ['nairobi', 4, 'beans beans beans'],
  ['nairobi', 5, 'Necessaries'],
  ['kisumu', 1, 'raw beans'],
  ['kisumu', 2, "ng'ombe 12kg"],
];

async function fill(db: Database): Promise<void> {
  await db.transaction(async tx => {
    await createSubmissionText(tx, db.engine);
    for (const [prisonId, number, text] of texts) await indexSubmission(db, tx, { prisonId, number, text });
  });
}

/** What somebody may type to break out of a query, or to break it. */
const hostile = [
  '',
  ' ',
  '"',
  '""',
  '"""',
  "'",
  "''",
  "' OR 1=1 --",
  "beans' | 'raw",
  '*',
  'bea*',
  '-beans',
  '+',
  '(',
  ')',
  '()',
  'beans AND',
  'OR',
  'NOT',
  'NEAR(beans raw)',
  'words:beans',
  '^beans',
  '{words}: beans',
  'beans:*',
  'beans <-> raw',
  'a & !b',
  '\\',
  "\\'",
  '%',
  '_',
  ';drop table submission_text',
  'beans\0raw',
  '\uD800',
  '\u202Ebeans',
  'x'.repeat(50_000),
  'word '.repeat(5_000),
  '🍲',
  '١٢',
  '½ ²',
];

describe('the search', () => {
  withDatabases(
    open => {
      let db: Database;
      const search = (typed: string, options = {}) =>
        searchSubmissions(db, 'nairobi', typed, { limit: 10, ...options });
      beforeAll(async () => {
        db = await open();
        await fill(db);
      });

      test.each([
        ['one word, newest first', 'beans', [4, 2, 1]],
        ['all of several words', 'raw beans', [2, 1]],
        ['a beginning', 'bea', [4, 2, 1]],
        ['a short word only whole', 'be', []],
        ['a beginning of eight letters', 'necessar', [5]],
        ['a longer beginning', 'necessari', [5]],
        ['a long word whole', 'necessaries', [5]],
        ['no word that only begins like it', 'necessity', []],
        ['words together', '"beans were"', [2, 1]],
        ['words together, in that order only', '"raw beans"', []],
        ['without case or marks', 'ITHERU', [3]],
        ['with marks', 'ĩtherũ', [3]],
        ['a number', '3', []],
        ['nothing that is there', 'soap', []],
      ])('finds %s', async (_name, typed, numbers) => {
        expect(await search(typed)).toEqual(numbers);
      });

      test("stays in one prison, whatever the others' numbers are", async () => {
        expect(await searchSubmissions(db, 'kisumu', 'beans', { limit: 10 })).toEqual([1]);
        expect(await searchSubmissions(db, 'kisumu', "ng'ombe", { limit: 10 })).toEqual([2]);
        expect(await searchSubmissions(db, 'nowhere', 'beans', { limit: 10 })).toEqual([]);
      });

      test('goes on below the last number of the page before', async () => {
        expect(await search('beans', { limit: 1 })).toEqual([4]);
        expect(await search('beans', { limit: 1, before: 4 })).toEqual([2]);
        expect(await search('beans', { before: 1 })).toEqual([]);
      });

      test('finds the new text, and no longer the old, when it was indexed again', async () => {
        const again = { prisonId: 'nairobi', number: 9, text: 'blanket wet' };
        await db.transaction(tx => indexSubmission(db, tx, again));
        await db.transaction(tx => indexSubmission(db, tx, { ...again, text: 'mattress wet' }));
        expect(await search('wet')).toEqual([9]);
        expect(await search('blanket')).toEqual([]);
        await db.transaction(tx => forgetSubmission(db, tx, 'nairobi', 9));
        expect(await search('wet')).toEqual([]);
      });

      test('indexes nothing when the transaction is rolled back', async () => {
        const work = db.transaction(async tx => {
          await indexSubmission(db, tx, { prisonId: 'nairobi', number: 10, text: 'withdrawn' });
          throw new Error('rolled back');
        });
        await expect(work).rejects.toThrow('rolled back');
        expect(await search('withdrawn')).toEqual([]);
      });

      test('takes any text to index', async () => {
        const wide = Array.from({ length: 9_000 }, (_, index) => `${'𐐨'.repeat(90)}${index} `);
        const distinct = Array.from({ length: 9_000 }, (_, index) => `${index}${'𐐨'.repeat(90)} `);
        for (const text of [...hostile, wide.join(''), distinct.join(''), 'lots of words '.repeat(10_000)]) {
          await db.transaction(tx => indexSubmission(db, tx, { prisonId: 'machakos', number: 1, text }));
        }
        expect(await searchSubmissions(db, 'machakos', '"lots of"', { limit: 1 })).toEqual([1]);
      });

      test.each(hostile.map(typed => [typed.slice(0, 30), typed]))(
        'is not broken by %j',
        async (_name, typed) => {
          const found = await search(typed);
          expect([1, 2, 3, 4, 5]).toEqual(expect.arrayContaining(found));
        },
      );

      test('is not broken by any string', async () => {
        await fc.assert(
          fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 60 }), async typed => {
            const found = await search(typed);
            expect(found).toEqual(found.toSorted((a, b) => b - a));
          }),
          { numRuns: 150 },
        );
      });
    },
    { tables: 'none' },
  );
});
