import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../server/database/database.ts';
import { type Migration, migrate } from '../../../server/database/migrate.ts';
import { migrations } from '../../../server/database/migrations/index.ts';
import { withDatabases } from '../../helpers/databases.ts';

const making = (name: string, ...statements: string[]): Migration => ({
  name,
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
});

const first = making('001-first', 'create table a (id bigint primary key)', 'insert into a values (1)');
const second = making(
  '002-second',
  'create table b (a_id bigint references a (id))',
  'insert into b values (1)',
);
const third = making('003-third', 'insert into a values (2)');
const all = [first, second, third];

async function applied(db: Database): Promise<unknown[]> {
  const { rows } = await sql`select position, name from migration order by position`.execute(db.read);
  return rows;
}

async function count(db: Database, table: string): Promise<number> {
  const { rows } = await sql.raw<{ n: number }>(`select count(*) as n from ${table}`).execute(db.read);
  return rows[0]?.n ?? -1;
}

describe('migrations', () => {
  withDatabases(
    (open, engine) => {
      test('are applied in order, each once', async () => {
        const db = await open();
        expect(await migrate(db, [first])).toEqual(['001-first']);
        expect(await migrate(db, all)).toEqual(['002-second', '003-third']);
        expect(await migrate(db, all)).toEqual([]);
        expect(await applied(db)).toEqual(all.map(({ name }, position) => ({ position, name })));
        expect(await count(db, 'a')).toBe(2);
      });

      test('are applied once when several processes start at once', async () => {
        const processes = await Promise.all([open(), open(), open()]);
        const names = await Promise.all(processes.map(db => migrate(db, all)));
        expect(names.flat().sort()).toEqual(all.map(({ name }) => name));
        expect(await count(processes[0], 'a')).toBe(2);
      });

      test('refuse a database that a later program has migrated', async () => {
        const db = await open();
        await migrate(db, all);
        const older = migrate(db, [first, second]);
        await expect(older).rejects.toMatchObject({ problem: 'database-newer', detail: '003-third' });
        expect(await applied(db)).toHaveLength(3);
      });

      test('refuse a list in another order', async () => {
        const db = await open();
        await migrate(db, [first, third]);
        await expect(migrate(db, all)).rejects.toMatchObject({ problem: 'migrations-out-of-order' });
        await expect(count(db, 'b')).rejects.toThrow();
      });

      test('leave nothing of one that fails, and keep those before it', async () => {
        const db = await open();
        const failing = making('002-failing', 'create table c (id bigint)', 'insert into nowhere values (1)');
        const work = migrate(db, [first, failing, third]);
        await expect(work).rejects.toMatchObject({
          problem: 'migration-failed',
          detail: expect.stringContaining('002-failing'),
        });
        expect(await applied(db)).toEqual([{ position: 0, name: '001-first' }]);
        await expect(count(db, 'c')).rejects.toThrow();
        expect(await migrate(db, all)).toEqual(['002-second', '003-third']);
      });

      test('refuse one that leaves a reference to nothing', async () => {
        const db = await open();
        const orphan = making('003-orphan', 'insert into b values (77)');
        await expect(migrate(db, [first, second, orphan])).rejects.toMatchObject({
          problem: 'migration-failed',
        });
        expect(await count(db, 'b')).toBe(1);
      });

      test("of the product make every table of the schema, in the engine's own way", async () => {
        const db = await open();
        expect(await migrate(db, migrations)).toEqual(migrations.map(({ name }) => name));
        const names = (await db.read.introspection.getTables()).map(table => table.name);
        expect(names).toEqual(expect.arrayContaining(['log_head', 'intake', 'submission', 'migration']));
        expect(db.engine).toBe(engine);
      });
    },
    { fresh: 'test', tables: 'none' },
  );
});
