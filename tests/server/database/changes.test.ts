import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import type { News } from '../../../server/database/changes.ts';
import type { Database } from '../../../server/database/database.ts';
import { withDatabases } from '../../helpers/databases.ts';

const change = { noun: 'submission', prisonId: 'nairobi', ids: ['one', 'two'] };
const news: News = { kind: 'changed', change };

function hearing(db: Database): { heard: News[]; stop: () => void } {
  const heard: News[] = [];
  const stop = db.listen(item => heard.push(item));
  return { heard, stop };
}

const patience = { timeout: 10_000, interval: 20 };

/** As a restarted database server does: every connection but the asking one is ended. */
async function cutOthers(db: Database): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`.execute(db.write);
}

describe('news of a change', () => {
  withDatabases(
    open => {
      test('reaches the listeners of this process at once, and each once', async () => {
        const db = await open();
        const { heard, stop } = hearing(db);
        db.announce(change);
        expect(heard).toEqual([news]);
        // Long enough for an echo from the database to have come back.
        await new Promise(resolve => setTimeout(resolve, 100));
        stop();
        db.announce(change);
        expect(heard).toEqual([news]);
      });

      test('is refused inside a transaction: it might never be committed', async () => {
        const db = await open();
        const work = db.transaction(async () => db.announce(change));
        await expect(work).rejects.toMatchObject({ problem: 'announced-in-transaction' });
      });

      test('reaches the others when a listener throws, and the mistake is reported', async () => {
        const onTrouble = vi.fn();
        const db = await open({ onTrouble });
        const mistake = new Error('a listener of ours');
        db.listen(() => {
          throw mistake;
        });
        const { heard } = hearing(db);
        db.announce(change);
        expect(heard).toEqual([news]);
        expect(onTrouble).toHaveBeenCalledExactlyOnceWith(mistake);
      });
    },
    { fresh: 'test', tables: 'none' },
  );

  // SQLite is for one server process: there is nobody else to tell.
  withDatabases(
    open => {
      test('reaches another process, in order, however much it is', async () => {
        const [db, other] = await Promise.all([open(), open()]);
        const { heard } = hearing(other);
        const ids = Array.from({ length: 2_000 }, (_, index) => `0198-${index}-ĩ`);
        db.announce(change);
        db.announce({ ...change, ids });
        const idsHeard = () => heard.flatMap(item => (item.kind === 'changed' ? item.change.ids : []));
        await vi.waitFor(() => expect(idsHeard()).toHaveLength(2 + ids.length));
        expect(idsHeard()).toEqual([...change.ids, ...ids]);
      });

      test('is sent when the connection is back; meanwhile something was missed', async () => {
        const onTrouble = vi.fn();
        const [db, other] = await Promise.all([open({ onTrouble }), open()]);
        const { heard } = hearing(other);
        await cutOthers(db);
        db.announce(change);
        await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'missed' }), patience);
        db.announce({ ...change, ids: ['three'] });
        const three = { kind: 'changed', change: { ...change, ids: ['three'] } };
        await vi.waitFor(() => expect(heard).toContainEqual(three), patience);
        expect(onTrouble).toHaveBeenCalledWith(expect.objectContaining({ problem: 'storage-unavailable' }));
        const { rows } = await sql`select 1 as one`.execute(other.read);
        expect(rows).toEqual([{ one: 1 }]);
      });
    },
    { fresh: 'test', tables: 'none', engines: ['postgres'] },
  );
});
