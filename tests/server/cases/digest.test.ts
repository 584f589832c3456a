import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { type MadeCase, makeCases } from './make-case.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let head: Asking;
  let made: readonly MadeCase[];
  beforeAll(async () => {
    prison = await openTestServer(open);
    head = await prison.loginAs('officer-in-charge');
    made = await makeCases(prison, [
      { due_on: '2026-03-02' },
      { due_on: '2026-02-27' },
      { due_on: '2026-02-20', state: 'routed' },
      { due_on: '2026-02-20', named: [prison.cast.staff['officer-in-charge']] },
      { due_on: '2026-02-20', state: 'answered' },
    ]);
  });
  afterAll(() => prison.close());
  const digest = async (as = head) => (await as('GET /api/digest')).body;
  const unread = async (as = head) => (await as('GET /api/staff/me')).body.digestUnread;

  describe('what is late', () => {
    it('is told longest first: what is open, over its day, and his to see', async () => {
      const { late, rows, read } = await digest();
      expect([late, read]).toEqual([2, false]);
      expect(rows.map(({ number, roseOn }) => [number, roseOn])).toEqual([
        [made[2]?.number, null],
        [made[1]?.number, null],
      ]);
    });

    it('tells how high each rose, and when', async () => {
      await prison.settle();
      const [first] = (await digest()).rows;
      expect(first).toMatchObject({
        number: made[2]?.number,
        risen: 'visiting-justices',
        roseOn: '2026-03-02',
      });
    });

    it('comes first at every sign-in until he says that he read it; that is logged once', async () => {
      expect(await unread()).toBe(true);
      expect((await head('POST /api/digest/read')).status).toBe(200);
      expect((await head('POST /api/digest/read')).status).toBe(200);
      expect([await unread(), (await digest()).read]).toEqual([false, true]);
      const records = await prison.server.database.read
        .selectFrom('record')
        .select('content')
        .where('kind', '=', 'digest')
        .execute();
      expect(records.map(({ content }) => JSON.parse(content))).toEqual([{ on: '2026-03-02', late: 2 }]);
      await expect(prison.server.database.write.deleteFrom('digest_read').execute()).rejects.toThrow();
    });

    it('is each reader’s own, and another one’s reading is none of his', async () => {
      const justice = await prison.loginAs('visiting-justice');
      expect([await unread(justice), (await digest(justice)).late]).toEqual([true, 3]);
      expect(await unread(await prison.loginAs('documentation-office'))).toBe(false);
      const stores = await prison.loginAs('stores-officer');
      expect([await unread(stores), (await digest(stores)).rows]).toEqual([false, []]);
    });

    it('comes again on the next day', async () => {
      prison.clock.pass({ hours: 24 });
      const next = await prison.loginAs('officer-in-charge');
      expect(await unread(next)).toBe(true);
      expect((await digest(next)).lastReadOn).toBe('2026-03-02');
    });
  });
});
