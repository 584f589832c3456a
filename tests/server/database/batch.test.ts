import type { Transaction } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Schema } from '../../../server/database/schema.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

const insert = (tx: Transaction<Schema>, id: string) =>
  tables(tx)
    .insertInto('note')
    .values(note(id))
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .compile();

describe('a batch', () => {
  withDatabases(
    open => {
      test('answers each statement in order, with its rows or its count', async () => {
        const db = await open();
        await createTables(db);
        const results = await db.transaction(tx =>
          db.batch(tx, [
            insert(tx, 'a'),
            insert(tx, 'b'),
            insert(tx, 'a'),
            tables(tx).updateTable('tally').set({ value: 7 }).compile(),
            tables(tx).selectFrom('tally').select('value').where('name', '=', 'two').compile(),
          ]),
        );
        expect(results.map(result => result.rows)).toEqual([
          [{ id: 'a' }],
          [{ id: 'b' }],
          [],
          [],
          [{ value: 7 }],
        ]);
        expect(results[3]?.affected).toBe(2);
        expect(await noteIds(db)).toEqual(['a', 'b']);
      });

      test('of five hundred is one', async () => {
        const db = await open();
        await createTables(db);
        const ids = Array.from({ length: 500 }, (_, index) => `id-${String(index).padStart(3, '0')}`);
        await db.transaction(tx =>
          db.batch(
            tx,
            ids.map(id => insert(tx, id)),
          ),
        );
        expect(await noteIds(db)).toEqual(ids);
      });

      test('fails with the first failure in it, and nothing of it stays', async () => {
        const db = await open();
        await createTables(db);
        const work = db.transaction(async tx => {
          const plain = tables(tx).insertInto('note').values(note('b')).compile();
          await expect(db.batch(tx, [insert(tx, 'a'), plain, plain, insert(tx, 'c')])).rejects.toMatchObject({
            problem: 'unique-violation',
          });
        });
        await expect(work).rejects.toMatchObject({ problem: 'transaction-aborted' });
        expect(await noteIds(db)).toEqual([]);
      });

      test('is refused on a transaction that is over', async () => {
        const db = await open();
        await createTables(db);
        const kept = await db.transaction(async tx => ({ tx }));
        await expect(db.batch(kept.tx, [insert(kept.tx, 'late')])).rejects.toThrow();
        expect(await noteIds(db)).toEqual([]);
      });

      test('of nothing is nothing', async () => {
        const db = await open();
        expect(await db.transaction(tx => db.batch(tx, []))).toEqual([]);
      });
    },
    { fresh: 'test', tables: 'none' },
  );
});
