import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Database } from '../../../server/database/database.ts';
import { newFolder, openIn } from './folder.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

const root = process.getuid?.() === 0;
const kilobytes = (count: number) => 'x'.repeat(count * 1024);

async function pragma(db: Database, statement: string): Promise<unknown> {
  const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${statement}`).execute(db.write);
  return Object.values(rows[0] ?? {})[0];
}

describe('a full disk', () => {
  test('refuses the whole transaction by name, and takes the next one when there is room', async () => {
    const db = await openIn(await newFolder());
    await createTables(db);
    const pages = Number(await pragma(db, 'page_count'));
    await pragma(db, `max_page_count = ${pages + 4}`);
    const work = db.transaction(async tx => {
      await tables(tx).insertInto('note').values(note('small')).execute();
      await tables(tx)
        .insertInto('note')
        .values(note('large', kilobytes(200)))
        .execute();
    });
    await expect(work).rejects.toMatchObject({ problem: 'storage-full' });
    expect(await noteIds(db)).toEqual([]);
    await tables(db.write).insertInto('note').values(note('small')).execute();
    await pragma(db, `max_page_count = ${pages + 400}`);
    await tables(db.write)
      .insertInto('note')
      .values(note('large', kilobytes(200)))
      .execute();
    expect(await noteIds(db)).toEqual(['large', 'small']);
  });

  test('met in the middle of a batch leaves no part of it', async () => {
    const db = await openIn(await newFolder());
    await createTables(db);
    await pragma(db, `max_page_count = ${Number(await pragma(db, 'page_count')) + 4}`);
    const insert = (id: string, text: string) =>
      tables(db.write).insertInto('note').values(note(id, text)).compile();
    const work = db.transaction(tx =>
      db.batch(tx, [insert('a', 'small'), insert('b', kilobytes(200)), insert('c', 'small')]),
    );
    await expect(work).rejects.toMatchObject({ problem: 'storage-full' });
    expect(await noteIds(db)).toEqual([]);
  });
});

/** Another process that takes the file's lock and keeps it until it is killed. */
async function lockingProcess(file: string): Promise<() => Promise<void>> {
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    new DatabaseSync(process.argv[1]).exec('begin immediate');
    process.stdout.write('locked');
    setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['-e', script, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(child, 'exit');
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child.stdout, 'data');
  return async () => {
    child.kill('SIGKILL');
    await gone;
  };
}

describe('a file locked by another process', () => {
  test('refuses writes by name after the wait, goes on reading, and writes when it is free', async () => {
    const folder = await newFolder();
    const db = await openIn(folder, { lockWaitMs: 100 });
    await createTables(db);
    const unlock = await lockingProcess(join(folder, 'sauti.sqlite'));
    const insert = () => db.transaction(tx => tables(tx).insertInto('note').values(note('a')).execute());
    await expect(insert()).rejects.toMatchObject({ problem: 'storage-locked' });
    expect(await noteIds(db)).toEqual([]);
    await unlock();
    await insert();
    expect(await noteIds(db)).toEqual(['a']);
  });
});

describe('opening', () => {
  test('refuses a file that is no database', async () => {
    const folder = await newFolder();
    await writeFile(join(folder, 'sauti.sqlite'), kilobytes(8));
    await expect(openIn(folder)).rejects.toMatchObject({ problem: 'storage-corrupt' });
  });

  test('refuses a folder that is a file', async () => {
    const path = join(await newFolder(), 'file');
    await writeFile(path, 'not a folder');
    await expect(openIn(path)).rejects.toMatchObject({ problem: 'storage-unavailable' });
  });

  test('refuses a folder that cannot be made', async () => {
    const closed = await newFolder();
    await chmod(closed, 0o500);
    // To root no folder is closed, but the kernel's own takes no others.
    const [folder, problem] = root
      ? ['/proc/sauti', 'storage-unavailable']
      : [join(closed, 'data'), 'storage-read-only'];
    await expect(openIn(folder)).rejects.toMatchObject({ problem });
  });

  test('refuses a PostgreSQL that does not answer', async () => {
    const nobody = openIn('', { url: 'postgres://sauti:sauti@127.0.0.1:1/sauti' });
    await expect(nobody).rejects.toMatchObject({ problem: 'storage-unavailable' });
  });
});
