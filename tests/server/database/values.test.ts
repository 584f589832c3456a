import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Database } from '../../../server/database/database.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { createTables, note, tables } from './tables.ts';

const one = async (db: Database, expression: string) => {
  const { rows } = await sql.raw<{ value: unknown }>(`select ${expression} as value`).execute(db.read);
  return rows[0]?.value;
};

describe('values', () => {
  withDatabases(
    open => {
      let db: Database;
      beforeAll(async () => {
        db = await open();
        await createTables(db);
      });

      test.each([
        ['zero', 0],
        ['beyond 32 bits', 1_790_000_000_000],
        ['the largest whole number', Number.MAX_SAFE_INTEGER],
      ])('a number comes back: %s', async (id, amount) => {
        await tables(db.write)
          .insertInto('note')
          .values({ ...note(id), amount })
          .execute();
        const row = await tables(db.read)
          .selectFrom('note')
          .select('amount')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        expect(row.amount).toBe(amount);
      });

      test('an integer too large for a number is refused, not rounded', async () => {
        await sql`insert into note (id, amount) values ('huge', 9007199254740993)`.execute(db.write);
        const read = tables(db.read).selectFrom('note').select('amount').where('id', '=', 'huge').execute();
        await expect(read).rejects.toThrow();
        await sql`delete from note where id = 'huge'`.execute(db.write);
      });

      test('a whole number divides and reads as one', async () => {
        const { rows } = await sql<{ half: number; text: string }>`
          select cast(${7} as bigint) / ${2} as half, cast(cast(${7} as bigint) as text) as text`.execute(
          db.read,
        );
        expect(rows).toEqual([{ half: 3, text: '7' }]);
      });

      test('a truth value is 1 or 0', async () => {
        await sql`insert into note (id, amount) values ('true', ${true}), ('false', ${false})`.execute(
          db.write,
        );
        const rows = await tables(db.read)
          .selectFrom('note')
          .select('amount')
          .where('id', 'in', ['true', 'false'])
          .orderBy('id')
          .execute();
        expect(rows).toEqual([{ amount: 0 }, { amount: 1 }]);
      });

      test.each([
        ['a date', new Date(0)],
        ['an object', { id: 'x' }],
        ['a list', ['x']],
        ['a symbol', Symbol('x')],
      ])('what no column holds is refused: %s', async (_name, value) => {
        const write = sql`insert into note (id, text) values ('refused', ${value})`.execute(db.write);
        await expect(write).rejects.toMatchObject({ problem: 'statement-failed' });
      });

      test('text comes back in every script', async () => {
        const text = 'Chakula hakitoshi · ĩtheru · ŋ · "quoted" · 🍲\nline';
        await tables(db.write).insertInto('note').values(note('text', text)).execute();
        const row = await tables(db.read)
          .selectFrom('note')
          .select('text')
          .where('id', '=', 'text')
          .executeTakeFirstOrThrow();
        expect(row.text).toBe(text);
      });

      test('bytes come back as a plain Uint8Array', async () => {
        const bytes = Uint8Array.from([0, 1, 127, 128, 255]);
        await tables(db.write)
          .insertInto('note')
          .values({ ...note('bytes'), bytes })
          .execute();
        const row = await tables(db.read)
          .selectFrom('note')
          .select('bytes')
          .where('id', '=', 'bytes')
          .executeTakeFirstOrThrow();
        expect(row.bytes).toEqual(bytes);
        expect(Object.getPrototypeOf(row.bytes)).toBe(Uint8Array.prototype);
      });

      test.each([
        ['count(*) from note', 'number'],
        ['sum(value) from tally', 'number'],
        ['avg(value) from tally', 'number'],
      ])('%s is a %s', async (expression, type) => {
        const [what, table] = expression.split(' from ');
        const { rows } = await sql
          .raw<{ value: unknown }>(`select ${what} as value from ${table}`)
          .execute(db.read);
        expect(typeof rows[0]?.value).toBe(type);
      });

      test.each([
        ['exists (select 1 from tally)', 1],
        ['1 = 2', 0],
        ['null', null],
      ])('%s is %s', async (expression, value) => {
        expect(await one(db, expression)).toBe(value);
      });

      test('a statement tells how many rows it changed', async () => {
        const updated = await tables(db.write)
          .updateTable('tally')
          .set({ value: 0 })
          .executeTakeFirstOrThrow();
        expect(updated.numUpdatedRows).toBe(2n);
        const deleted = await tables(db.write)
          .deleteFrom('tally')
          .where('name', '=', 'nobody')
          .executeTakeFirstOrThrow();
        expect(deleted.numDeletedRows).toBe(0n);
      });
    },
    { tables: 'none' },
  );
});
