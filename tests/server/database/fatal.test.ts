import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DatabaseProblem } from '../../../server/database/database-problem.ts';
import { Health } from '../../../server/database/health.ts';
import { SqliteThread } from '../../../server/database/sqlite-thread.ts';
import { newFolder, openIn } from './folder.ts';
import { createTables, note, noteIds, tables } from './tables.ts';

afterEach(() => vi.restoreAllMocks());

const program = join(import.meta.dirname, 'disk-failure-program.ts');

describe('a disk that fails to write', () => {
  // The limit on a file's size makes the system itself refuse the write, as a failing disk does.
  test.skipIf(process.platform === 'win32')(
    'ends the use of the store, and what was acknowledged is there afterwards',
    async () => {
      const folder = await newFolder();
      const limited = ['-c', 'ulimit -f 600; exec "$0" "$@"', process.execPath, program, folder];
      const child = spawn('bash', limited, { stdio: ['ignore', 'pipe', 'pipe'] });
      const [output, errors] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'exit'),
      ]);
      expect(errors).toBe('');
      const report = JSON.parse(output) as Record<string, unknown>;
      expect(report).toMatchObject({
        failed: 'commit-outcome-unknown',
        fatal: 'storage-failed',
        fatalCalls: 1,
      });
      expect(report).toMatchObject({ writeAfter: 'storage-failed', readAfter: 'storage-failed' });
      expect(report.acknowledged).toBeGreaterThan(0);
      const db = await openIn(folder);
      const acknowledged = Array.from({ length: Number(report.acknowledged) }, (_, index) => String(index));
      expect(await noteIds(db)).toEqual(expect.arrayContaining(acknowledged));
    },
  );
});

describe('a damaged file', () => {
  test('is fatal when the writer meets it', async () => {
    const folder = await newFolder();
    const db = await openIn(folder);
    await createTables(db);
    const many = Array.from({ length: 200 }, (_, index) => note(`n${index}`, 'x'.repeat(2_000)));
    await tables(db.write).insertInto('note').values(many).execute();
    await sql`pragma wal_checkpoint(truncate)`.execute(db.write);
    await sql`pragma shrink_memory`.execute(db.write);
    const fatal = vi.fn();
    db.onFatal(fatal);
    await truncate(join(folder, 'sauti.sqlite'), 3 * 4096);
    const write = db.transaction(tx => tables(tx).updateTable('note').set({ text: 'short' }).execute());
    await expect(write).rejects.toSatisfy(isFatal);
    expect(fatal).toHaveBeenCalledOnce();
    await expect(noteIds(db)).rejects.toSatisfy(isFatal);
  });
});

const isFatal = (error: unknown) =>
  error instanceof DatabaseProblem && ['storage-corrupt', 'storage-failed'].includes(error.problem);

describe('a thread that ends', () => {
  const options = { readOnly: false, busyTimeoutMs: 0 };

  test('answers whoever waited, and whoever comes later, by name', async () => {
    const thread = await SqliteThread.open({ ...options, file: join(await newFolder(), 'a.sqlite') });
    const onDeath = vi.fn();
    thread.onDeath = onDeath;
    // Long enough that the end comes while it runs.
    const counting = 'with recursive n (i) as (select 1 union all select i + 1 from n limit 2000000)';
    const statement = { sql: `${counting} select max(i) from n`, parameters: [] };
    const waiting = thread.call({ kind: 'run', statements: [statement], inTransaction: false });
    const died = expect(waiting).rejects.toMatchObject({ problem: 'worker-died' });
    await thread.terminate();
    await died;
    await expect(thread.call({ kind: 'begin' })).rejects.toMatchObject({ problem: 'worker-died' });
    expect(onDeath).toHaveBeenCalledOnce();
  });

  test('when asked to is no death', async () => {
    const thread = await SqliteThread.open({ ...options, file: join(await newFolder(), 'a.sqlite') });
    const onDeath = vi.fn();
    thread.onDeath = onDeath;
    await thread.close();
    expect(onDeath).not.toHaveBeenCalled();
  });
});

describe('a store whose thread ends', () => {
  test('is over when it was the writer', async () => {
    const threads = vi.spyOn(SqliteThread, 'open');
    const db = await openIn(await newFolder());
    await createTables(db);
    const fatal = vi.fn();
    db.onFatal(fatal);
    const [writer] = await Promise.all(threads.mock.results.map(result => result.value));
    const work = db.transaction(async tx => {
      await tables(tx).insertInto('note').values(note('a')).execute();
      await writer?.terminate();
    });
    await expect(work).rejects.toMatchObject({ problem: 'commit-outcome-unknown' });
    expect(fatal).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ problem: 'worker-died' }));
    await expect(noteIds(db)).rejects.toMatchObject({ problem: 'worker-died' });
    await expect(db.transaction(async () => undefined)).rejects.toMatchObject({ problem: 'worker-died' });
  });

  test('goes on when they were readers', async () => {
    const threads = vi.spyOn(SqliteThread, 'open');
    const db = await openIn(await newFolder());
    await createTables(db);
    const [, ...readers] = await Promise.all(threads.mock.results.map(result => result.value));
    await Promise.all(readers.map(reader => reader.terminate()));
    await tables(db.write).insertInto('note').values(note('a')).execute();
    expect(await Promise.all([noteIds(db), noteIds(db), noteIds(db)])).toEqual([['a'], ['a'], ['a']]);
  });
});

describe('health', () => {
  test('tells once, of the first fatal problem only, and whoever asks later too', async () => {
    const health = new Health();
    const early = vi.fn();
    health.onFatal(early);
    health.watch(new DatabaseProblem('storage-full'));
    expect(() => health.assert()).not.toThrow();
    health.watch(new DatabaseProblem('storage-failed'));
    health.reportDeath();
    expect(early).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ problem: 'storage-failed' }));
    expect(() => health.assert()).toThrow('storage-failed');
    const late = vi.fn();
    health.onFatal(late);
    await vi.waitFor(() => expect(late).toHaveBeenCalledOnce());
  });
});
