import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

describe('a transaction', () => {
  withDatabases(
    (open, engine) => {
      test('is there for a reader of another process once it has resolved', async () => {
        const [db, other] = await Promise.all([open(), open()]);
        await createTables(db);
        await db.transaction(async tx => {
          await tables(tx).insertInto('note').values(note('a')).execute();
          expect(await noteIds(other)).toEqual([]);
        });
        expect(await noteIds(other)).toEqual(['a']);
      });

      test('leaves nothing when the work throws, and throws the same', async () => {
        const db = await open();
        await createTables(db);
        const thrown = new Error('changed our mind');
        const work = db.transaction(async tx => {
          await tables(tx).insertInto('note').values(note('a')).execute();
          throw thrown;
        });
        await expect(work).rejects.toBe(thrown);
        expect(await noteIds(db)).toEqual([]);
      });

      test('cannot be carried on after a statement failed, even if that was caught', async () => {
        const db = await open();
        await createTables(db);
        const work = db.transaction(async tx => {
          const insert = (id: string) => tables(tx).insertInto('note').values(note(id)).execute();
          await insert('a');
          await expect(insert('a')).rejects.toMatchObject({ problem: 'unique-violation' });
          await expect(insert('b')).rejects.toMatchObject({ problem: 'transaction-aborted' });
        });
        await expect(work).rejects.toMatchObject({ problem: 'transaction-aborted' });
        expect(await noteIds(db)).toEqual([]);
        await db.transaction(tx => tables(tx).insertInto('note').values(note('c')).execute());
        expect(await noteIds(db)).toEqual(['c']);
      });

      test('refuses to be asked for, or written around, from inside itself', async () => {
        const db = await open();
        await createTables(db);
        await db.transaction(async tx => {
          const nested = db.transaction(async () => undefined);
          await expect(nested).rejects.toMatchObject({ problem: 'transaction-nested' });
          const around = tables(db.write).insertInto('note').values(note('a')).execute();
          await expect(around).rejects.toMatchObject({ problem: 'transaction-nested' });
          await tables(tx).insertInto('note').values(note('b')).execute();
        });
        expect(await noteIds(db)).toEqual(['b']);
      });

      test('may leave work behind that writes after it', async () => {
        const db = await open();
        await createTables(db);
        const { promise: over, resolve: end } = Promise.withResolvers<void>();
        let later: Promise<unknown> = Promise.resolve();
        await db.transaction(async () => {
          later = over.then(() => tables(db.write).insertInto('note').values(note('later')).execute());
        });
        end();
        await later;
        expect(await noteIds(db)).toEqual(['later']);
      });

      test('that does nothing is ended, so that the others get their turn', async () => {
        const db = await open({ idleTransactionMs: 150 });
        await createTables(db);
        const { promise: woken, resolve: wake } = Promise.withResolvers<void>();
        const asleep = db.transaction(async tx => {
          await tables(tx).updateTable('tally').set({ value: 99 }).execute();
          await woken;
          await tables(tx).insertInto('note').values(note('asleep')).execute();
        });
        const failed = expect(asleep).rejects.toMatchObject({ problem: 'transaction-timed-out' });
        await db.transaction(tx => tables(tx).updateTable('tally').set({ value: 1 }).execute());
        await new Promise(resolve => setTimeout(resolve, 200));
        wake();
        await failed;
        const values = await tables(db.read).selectFrom('tally').select('value').execute();
        expect(values).toEqual([{ value: 1 }, { value: 1 }]);
        expect(await noteIds(db)).toEqual([]);
      });

      test('two hundred at once, over two processes, lose no update', async () => {
        const processes = await Promise.all([open(), open()]);
        const [db] = processes;
        await createTables(db);
        await sql`create table log_head (prison_id text primary key)`.execute(db.write);
        await sql`insert into log_head (prison_id) values ('nairobi')`.execute(db.write);
        const addOne = (writer: typeof db) =>
          writer.transaction(async tx => {
            await writer.lockHead(tx, 'nairobi');
            const tally = tables(tx);
            const { value } = await tally
              .selectFrom('tally')
              .select('value')
              .where('name', '=', 'one')
              .executeTakeFirstOrThrow();
            await tally
              .updateTable('tally')
              .set({ value: value + 1 })
              .where('name', '=', 'one')
              .execute();
          });
        await Promise.all(Array.from({ length: 100 }, () => processes.map(addOne)).flat());
        const { value } = await tables(db.read)
          .selectFrom('tally')
          .select('value')
          .where('name', '=', 'one')
          .executeTakeFirstOrThrow();
        expect(value).toBe(200);
      });

      test('does not keep readers waiting, however long it takes', async () => {
        const db = await open();
        await createTables(db);
        await db.transaction(async tx => {
          await tables(tx).insertInto('note').values(note('a')).execute();
          const seen = await Promise.all(Array.from({ length: 20 }, () => noteIds(db)));
          expect(seen.flat()).toEqual([]);
        });
      });

      test('that was asked for before the store closed is still done', async () => {
        const db = await open();
        await createTables(db);
        const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
        const writes = Array.from({ length: 30 }, (_, index) =>
          db.transaction(async tx => {
            await held;
            await tables(tx)
              .insertInto('note')
              .values(note(`n${index}`))
              .execute();
          }),
        );
        await new Promise(resolve => setTimeout(resolve, 50));
        const closed = db.close();
        letGo();
        await Promise.all(writes);
        await closed;
        expect(await noteIds(await open())).toHaveLength(30);
      });

      test('holding a head that nobody made is refused where that would hold nothing', async () => {
        const db = await open();
        await sql`create table log_head (prison_id text primary key)`.execute(db.write);
        const work = db.transaction(tx => db.lockHead(tx, 'nowhere'));
        if (engine === 'sqlite') await work;
        else await expect(work).rejects.toMatchObject({ problem: 'log-head-missing' });
      });
    },
    { fresh: 'test', tables: 'none' },
  );

  withDatabases(
    open => {
      test('whose connection is cut before the commit is answered says that it does not know', async () => {
        const [db, other] = await Promise.all([open(), open()]);
        await createTables(db);
        const work = db.transaction(async tx => {
          await tables(tx).insertInto('note').values(note('a')).execute();
          const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
          await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(other.write);
        });
        await expect(work).rejects.toMatchObject({ problem: 'commit-outcome-unknown' });
        expect(await noteIds(other)).toEqual([]);
        await db.transaction(tx => tables(tx).insertInto('note').values(note('b')).execute());
        expect(await noteIds(db)).toEqual(['b']);
      });
    },
    { fresh: 'test', tables: 'none', engines: ['postgres'] },
  );
});
