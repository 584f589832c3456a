import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let own: Asking;
  let id = '';
  let barasa = '';
  beforeAll(async () => {
    prison = await openTestServer(open);
    prison.clock.set('2026-03-31T07:00:00Z');
    office = await prison.loginAs('documentation-office');
    own = (await prison.signInAs(await prison.enrolKiosk(), 'wanjiru')).ask;
    ({ wanjiru: id, barasa } = prison.cast.prisoners);
  });
  afterAll(() => prison.close());
  const enter = (day: string, lines: readonly { prisoner: string; grade: string }[]) =>
    office('POST /api/earnings/day', {}, { body: { day, lines } });
  const takeOff = (kind: string, cents: number, on = '2026-03-30') =>
    office('POST /api/prisoners/:id/earnings/lines', { id }, { body: { kind, on, cents, reason: 'Slip 7' } });
  const mine = async () => (await own('GET /api/earnings')).body;
  const march = (day: number) => `2026-03-${String(day).padStart(2, '0')}`;

  describe('earnings', () => {
    it('are entered by day at the rates of the rulebook, and shown as days times rate', async () => {
      for (let day = 2; day <= 19; day += 1)
        expect((await enter(march(day), [{ prisoner: id, grade: 'a' }])).body.entered).toBe(1);
      await enter(march(20), [
        { prisoner: id, grade: 'b' },
        { prisoner: barasa, grade: 'c' },
      ]);
      const { month, balance, rates, share } = await mine();
      // 18 × 20 and 1 × 15 are 375; two thirds are 250.
      expect(month.work).toEqual([
        { grade: 'a', rateCents: 20, days: 18, cents: 360 },
        { grade: 'b', rateCents: 15, days: 1, cents: 15 },
      ]);
      expect(balance).toEqual({ credited: 375, spendable: 250, saved: 125 });
      expect(rates.map(({ cents, confirmed }) => [cents, confirmed])).toEqual([
        [20, true],
        [15, true],
        [10, true],
      ]);
      expect(share).toEqual({ value: '2/3', confirmed: true });
    });

    it('never count a day twice, nor half of a sheet', async () => {
      const sheet = [
        { prisoner: prison.cast.prisoners.otieno, grade: 'a' },
        { prisoner: id, grade: 'a' },
      ];
      expect((await enter(march(20), sheet)).problem).toBe('work-entered');
      expect((await enter(march(21), [...sheet, ...sheet])).problem).toBe('work-entered');
      const { body } = await office('GET /api/earnings/day', { day: march(20), wing: prison.cast.wings.a });
      expect(body.rows.map(({ name, entered }) => [name, entered])).toEqual([
        ['barasa', 'c'],
        ['otieno', null],
        ['wanjiru', 'b'],
      ]);
    });

    it.each([
      ['a day that has not come', '2026-04-01'],
      ['a day that no calendar has', '2026-02-30'],
    ])('refuse %s', async (_, day) => {
      expect((await enter(day, [{ prisoner: barasa, grade: 'a' }])).problem).toBe('value-wrong');
    });

    it('give out no more than may be spent, and on release no more than there is', async () => {
      expect((await takeOff('canteen', 251)).problem).toBe('beyond-spendable');
      expect((await takeOff('canteen', 150)).status).toBe(200);
      expect((await takeOff('remittance', 101)).problem).toBe('beyond-spendable');
      expect((await takeOff('paid-on-release', 226)).problem).toBe('beyond-spendable');
      expect((await mine()).balance).toEqual({ credited: 375, spendable: 100, saved: 125 });
    });

    it('take a mistake back by a line of its own, after which the day can be entered rightly', async () => {
      const wrong = (await mine()).lines.find(line => line.onDay === march(20));
      const undo = { body: { entry: wrong?.id ?? '', reason: 'He was in grade A' } };
      expect((await office('POST /api/prisoners/:id/earnings/reversals', { id }, undo)).status).toBe(200);
      expect((await office('POST /api/prisoners/:id/earnings/reversals', { id }, undo)).problem).toBe(
        'already-decided',
      );
      expect((await enter(march(20), [{ prisoner: id, grade: 'a' }])).status).toBe(200);
      const { month, lines } = await mine();
      expect(month).toMatchObject({
        work: [{ grade: 'a', rateCents: 20, days: 19, cents: 380 }],
        correctedCents: 0,
        spentCents: 150,
      });
      expect(lines.filter(line => line.reversed)).toHaveLength(1);
    });

    it('make a statement that says the same a month later', async () => {
      const statement = async () =>
        (await office('GET /api/prisoners/:id/earnings', { id, month: '2026-03' })).body.statement;
      const then = await statement();
      expect(then).toMatchObject({
        before: { credited: 0, spendable: 0, saved: 0 },
        after: { credited: 380, spendable: 103, saved: 127 },
      });
      prison.clock.set('2026-04-20T07:00:00Z');
      office = await prison.loginAs('documentation-office');
      await enter('2026-04-17', [{ prisoner: id, grade: 'a' }]);
      expect(await statement()).toEqual(then);
    });

    it('stand line by line in the log, and can be neither changed nor thinned out', async () => {
      const { read, write } = prison.server.database;
      const count = async (table: 'earnings_entry' | 'record') => {
        let query = read.selectFrom(table).select(eb => eb.fn.countAll().as('n'));
        if (table === 'record') query = query.where('kind', '=', 'earnings');
        return Number((await query.executeTakeFirstOrThrow()).n);
      };
      expect(await count('record')).toBe(await count('earnings_entry'));
      const leaves = await read.selectFrom('log_entry').select('entry').execute();
      expect(leaves.filter(({ entry }) => entry.includes('"earnings"'))).toHaveLength(await count('record'));
      await expect(write.deleteFrom('earnings_entry').execute()).rejects.toThrow();
      await expect(write.updateTable('earnings_entry').set({ amount_cents: 1 }).execute()).rejects.toThrow();
    });

    it('are read by nobody without the right', async () => {
      for (const name of ['first-reader', 'unit-officer', 'medical-officer', 'visiting-justice'] as const) {
        const ask = await prison.loginAs(name);
        expect((await ask('GET /api/prisoners/:id/earnings', { id })).problem).toBe('not-your-role');
      }
      const head = await prison.loginAs('officer-in-charge');
      expect((await head('GET /api/prisoners/:id/earnings', { id })).body.mayWrite).toBe(false);
      const body = { day: march(25), lines: [{ prisoner: id, grade: 'a' }] };
      expect((await head('POST /api/earnings/day', {}, { body })).problem).toBe('not-your-role');
    });
  });
});
