import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { ClientBase } from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../../server/database/database.ts';
import { assertSession } from '../../../server/database/postgres-session.ts';
import { SqliteSession } from '../../../server/database/sqlite-session.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { newFolder, openIn } from './folder.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

describe('the SQLite file', () => {
  test.each([
    ['journal_mode', 'wal'],
    ['synchronous', 2],
    ['foreign_keys', 1],
    ['secure_delete', 1],
  ])('is written with %s = %s', async (pragma, value) => {
    const db = await openIn(await newFolder());
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(db.write);
    expect(Object.values(rows[0] ?? {})).toEqual([value]);
  });

  test('is refused where the settings do not take', () => {
    // A database in memory cannot have a write-ahead log.
    const open = () => new SqliteSession({ file: ':memory:', readOnly: false, busyTimeoutMs: 0 });
    expect(open).toThrow('storage-not-durable: journal_mode is memory, not wal');
  });

  test.skipIf(process.platform === 'win32')('is readable by its own user only, its log too', async () => {
    const folder = join(await newFolder(), 'deep', 'data');
    const db = await openIn(folder);
    await createTables(db);
    for (const name of ['sauti.sqlite', 'sauti.sqlite-wal', 'sauti.sqlite-shm']) {
      expect((await stat(join(folder, name))).mode & 0o077).toBe(0);
    }
    expect((await stat(folder)).mode & 0o077).toBe(0);
  });

  test('holds everything in one file once it is closed', async () => {
    const folder = await newFolder();
    const db = await openIn(folder);
    await createTables(db);
    await tables(db.write).insertInto('note').values(note('a')).execute();
    await db.close();
    expect(existsSync(join(folder, 'sauti.sqlite-wal'))).toBe(false);
    expect(await noteIds(await openIn(folder))).toEqual(['a']);
  });

  test('keeps no trace of what was erased', async () => {
    const folder = await newFolder();
    const db = await openIn(folder);
    await createTables(db);
    const secret = 'the-envelope-with-the-pin-'.repeat(400);
    await tables(db.write).insertInto('note').values(note('a', secret)).execute();
    await tables(db.write).updateTable('note').set({ text: null }).execute();
    await db.close();
    const bytes = await readFile(join(folder, 'sauti.sqlite'));
    expect(bytes.includes('the-envelope-with-the-pin-')).toBe(false);
  });

  test('keeps its log small under a long run of writes', async () => {
    const folder = await newFolder();
    const db = await openIn(folder);
    await createTables(db);
    for (let round = 0; round < 20; round += 1) {
      const statements = Array.from({ length: 40 }, (_, index) =>
        tables(db.write)
          .insertInto('note')
          .values(note(`${round}-${index}`, 'x'.repeat(20_000)))
          .compile(),
      );
      await db.transaction(tx => db.batch(tx, statements));
      await noteIds(db);
    }
    // 16 MB were written; a checkpoint is due every 4 MB.
    expect((await stat(join(folder, 'sauti.sqlite-wal'))).size).toBeLessThan(8 * 2 ** 20);
  });
});

describe('a setting of the database server', () => {
  withDatabases(
    open => {
      test.each([
        ['synchronous_commit', 'off', 'on'],
        ['default_transaction_isolation', 'serializable', 'read committed'],
        ['default_transaction_read_only', 'on', 'off'],
      ])('does not weaken a session: %s', async (setting, weakened, expected) => {
        const admin = await open();
        const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(admin.write);
        const name = rows[0]?.name ?? '';
        await sql.raw(`alter database ${name} set ${setting} = ${weakened}`).execute(admin.write);
        const db = await open();
        const shown = await sql.raw<Record<string, unknown>>(`show ${setting}`).execute(db.write);
        expect(Object.values(shown.rows[0] ?? {})).toEqual([expected]);
      });

      test('that is not UTF-8 is refused', async () => {
        const admin = await open();
        await sql`create database ascii template template0 encoding 'SQL_ASCII'`.execute(admin.write);
        const ascii = openDatabase({ url: `${inject('postgresUrl')}/ascii`, dataDir: '' });
        await expect(ascii).rejects.toMatchObject({ problem: 'storage-wrong-encoding' });
        await sql`drop database ascii with (force)`.execute(admin.write);
      });
    },
    { fresh: 'test', tables: 'none', engines: ['postgres'] },
  );

  const good = { synchronous_commit: 'on', fsync: 'on', server_encoding: 'UTF8' };
  test.each([
    ['fsync', 'off', 'storage-not-durable'],
    ['synchronous_commit', 'local', 'storage-not-durable'],
    ['server_encoding', 'LATIN1', 'storage-wrong-encoding'],
  ])('is read back, and refused: %s = %s', async (setting, value, problem) => {
    const settings: Record<string, string> = { ...good, [setting]: value };
    // Only the answers are made up: switching the flush off for real would do so for every test that runs now.
    const client = {
      query: async (_sql: string, [name = '']: string[]) => ({ rows: [{ value: settings[name] }] }),
    };
    await expect(assertSession(client as unknown as ClientBase)).rejects.toMatchObject({ problem });
  });
});
