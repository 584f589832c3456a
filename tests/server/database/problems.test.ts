import { inspect } from 'node:util';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

describe('a refusal has the same name on both engines', () => {
  withDatabases(
    open => {
      test('for each kind of constraint', async () => {
        const db = await open();
        await createTables(db);
        await sql`create table child (of text not null references tally (name) on delete restrict)`.execute(
          db.write,
        );
        await sql`insert into child values ('one')`.execute(db.write);
        const cases = [
          ['unique-violation', sql`insert into tally values ('one', 1)`],
          ['reference-violation', sql`insert into child values ('nobody')`],
          ['reference-violation', sql`delete from tally where name = 'one'`],
          ['check-violation', sql`insert into child values (null)`],
          ['check-violation', sql`insert into note (id, amount) values ('n', -1)`],
          ['statement-failed', sql`insert into nowhere values (1)`],
          ['statement-failed', sql`not even sql`],
        ] as const;
        for (const [problem, statement] of cases) {
          await expect(statement.execute(db.write)).rejects.toMatchObject({ problem });
        }
      });

      test('for a write through the readers', async () => {
        const db = await open();
        await createTables(db);
        const write = tables(db.read).insertInto('note').values(note('a')).execute();
        await expect(write).rejects.toMatchObject({ problem: 'storage-read-only' });
        expect(await noteIds(db)).toEqual([]);
      });

      test('for what was locked too long by another process', async () => {
        const [db, other] = await Promise.all([open(), open({ lockWaitMs: 100 })]);
        await createTables(db);
        await db.transaction(async tx => {
          await tables(tx).updateTable('tally').set({ value: 1 }).execute();
          const write = tables(other.write).updateTable('tally').set({ value: 2 }).execute();
          await expect(write).rejects.toMatchObject({ problem: 'storage-locked' });
        });
        await tables(other.write).updateTable('tally').set({ value: 3 }).execute();
      });

      test('for a store that was closed, also when it is closed twice', async () => {
        const db = await open();
        await db.close();
        await db.close();
        const closed = { problem: 'storage-closed' };
        await expect(db.transaction(async () => undefined)).rejects.toMatchObject(closed);
        await expect(noteIds(db)).rejects.toMatchObject(closed);
      });

      test('and never carries what was being written', async () => {
        const db = await open();
        await createTables(db);
        const secret = 'what-the-prisoner-said';
        const insert = () =>
          tables(db.write)
            .insertInto('note')
            .values({ ...note('a', secret), amount: -1 })
            .execute();
        const error: unknown = await insert().catch((refused: unknown) => refused);
        expect(error).toMatchObject({ problem: 'check-violation' });
        expect(inspect(error, { depth: 10 })).not.toContain(secret);
        const cast = sql`select cast(${secret} as bigint) / 0 as x, ${secret}::bigint as y`.execute(db.write);
        const other: unknown = await cast.catch((refused: unknown) => refused);
        expect(inspect(other, { depth: 10 })).not.toContain(secret);
      });
    },
    { fresh: 'test', tables: 'none' },
  );
});
