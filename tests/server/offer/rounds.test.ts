import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

withDatabases(open => {
  let prison: TestServer;
  let tablet: TestKiosk;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let head: Asking;
  let justice: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    prison.clock.pass({ hours: 24 * 7 });
    tablet = await prison.enrolKiosk('a', 'round');
    head = await prison.loginAs('officer-in-charge');
    justice = await prison.loginAs('visiting-justice');
  });
  afterAll(() => prison.close());
  const page = async (as = justice) => (await as('GET /api/offers')).body;
  const today = async () => (await page()).today;
  const daysAgo = async (days: number) =>
    Temporal.PlainDate.from(await today())
      .subtract({ days })
      .toString();
  const hold = (body: object) => head('POST /api/placements', {}, { body });
  const offer = async (content: Parameters<TestKiosk['makeOffer']>[0], from = tablet) => {
    const taken = await prison.post(await from.makeOffer(content));
    await prison.settle();
    return taken;
  };

  it('nobody is held and nothing was offered in a prison that begins', async () => {
    const rounds = await page();
    expect(rounds).toMatchObject({ kiosks: 1, held: [], offers: [], mayWrite: false });
    expect(rounds.days).toHaveLength(14);
  });

  describe('who is held', () => {
    it('has days without an offer from the day on which he came, but not today', async () => {
      const since = await daysAgo(3);
      const { status } = await hold({
        number: numbers.otieno,
        section: 'punishment-cells',
        fromOn: since,
      });
      expect(status).toBe(200);
      const [otieno] = (await page()).held;
      expect(otieno).toMatchObject({ number: numbers.otieno, fromOn: since, lastOfferedOn: null });
      expect(otieno?.daysWithout).toEqual([await daysAgo(1), await daysAgo(2), since]);
    });

    it('cannot be entered twice, nor before he came, nor under a number that is nobody’s', async () => {
      const fromOn = await today();
      const again = { number: numbers.otieno, section: 'infirmary', fromOn };
      expect((await hold(again)).problem).toBe('already-held');
      expect((await hold({ ...again, number: '9999/26' })).problem).toBe('not-found');
      const tomorrow = await daysAgo(-1);
      expect((await hold({ ...again, number: numbers.barasa, fromOn: tomorrow })).problem).toBe(
        'out-of-bounds',
      );
    });
  });

  describe('an offer', () => {
    it('comes sealed like everything else, is logged once, and ends the day’s gap', async () => {
      const yesterday = prison.clock.system().subtract({ hours: 24 }).toString();
      // A device that stood idle since is enrolled before yesterday; this one only today.
      const item = await tablet.makeOffer({ answer: 'not-wanted', madeAt: yesterday });
      const before = await logSize();
      expect((await prison.post(item)).status).toBe(200);
      expect((await prison.post(item)).status).toBe(200);
      await prison.settle();
      // Its arrival, and itself.
      expect(await logSize()).toBe(before + 2);
      const { offers, held } = await page();
      expect(offers).toHaveLength(1);
      // The clock may say what it likes: the device was enrolled today.
      expect(offers[0]).toMatchObject({
        madeOn: await today(),
        number: numbers.otieno,
        answer: 'not-wanted',
        onTheList: true,
      });
      expect(held[0]?.lastOfferedOn).toBe(await today());
    });

    it('tells its day and never its hour, and nothing of what somebody did with it', async () => {
      const text = JSON.stringify((await page(head)).offers);
      expect(text).not.toMatch(/T\d\d:/);
      expect(text).not.toMatch(/complain|read/);
    });

    it('is counted by place and day', async () => {
      await offer({ answer: 'not-asked', reason: 'asleep' });
      await offer({ number: '9999/26', answer: 'used' });
      const [first] = (await page()).days;
      const cells = first?.sections.find(({ section }) => section === 'punishment-cells');
      expect(cells).toMatchObject({ held: 1, reached: 1, used: 1, notWanted: 1, notAsked: 1 });
      const unknown = (await page()).offers.find(({ number }) => number === '9999/26');
      expect(unknown).toMatchObject({ name: null, onTheList: false });
    });

    it('makes no submission: the list of cases stays as it was', async () => {
      expect((await head('GET /api/cases')).body.cases).toEqual([]);
    });

    it('from a kiosk on a wall is none, and somebody is told', async () => {
      const wall = await prison.enrolKiosk();
      const made = (await page()).offers.length;
      await offer({}, wall);
      expect((await page()).offers).toHaveLength(made);
      const { irregularities } = (await justice('GET /api/irregularities')).body;
      expect(irregularities.map(({ detail }) => detail.reason)).toContain('not-on-rounds');
    });

    it('without the reason that it needs is kept sealed and shown', async () => {
      const made = (await page()).offers.length;
      await offer({ answer: 'not-asked', reason: null });
      expect((await page()).offers).toHaveLength(made);
    });

    it('can be neither changed nor deleted', async () => {
      const { write } = prison.server.database;
      await expect(write.deleteFrom('offer').execute()).rejects.toThrow();
      await expect(write.updateTable('offer').set({ answer: 'used' }).execute()).rejects.toThrow();
      await expect(write.updateTable('placement').set({ from_on: '2026-01-01' }).execute()).rejects.toThrow();
    });
  });

  it('who came out has no more days without an offer, and is not on the list', async () => {
    const [otieno] = (await page()).held;
    if (!otieno) throw new Error('nobody is held');
    expect((await head('POST /api/placements/:id/end', { id: otieno.id })).status).toBe(200);
    expect((await head('POST /api/placements/:id/end', { id: otieno.id })).problem).toBe('not-found');
    expect((await page()).held).toEqual([]);
  });

  async function logSize(): Promise<number> {
    const { count } = await prison.server.database.read
      .selectFrom('log_entry')
      .select(eb => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  }
});
