import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Rank } from '../../../shared/submission/kinds.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

withDatabases(open => {
  let prison: TestServer;
  let kiosk: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    kiosk = await prison.enrolKiosk('b');
  });
  afterAll(() => prison.close());

  /** Sent at the kiosk of wing B by a person of wing A, or without a name; its register number. */
  async function complain(
    about: { rank: Rank; wing?: string; name?: string } | null,
    { named = true, text = 'He beat me.' } = {},
  ): Promise<number> {
    const pass = named ? (await prison.signInAs(kiosk, 'otieno')).pass : null;
    const item = await kiosk.makeItem(
      { text, aboutOfficer: about && { wing: null, name: null, ...about } },
      pass === null ? { version: 1, kind: 'nameless' } : { version: 1, kind: 'pass', pass },
    );
    expect((await prison.post(item)).status).toBe(200);
    await prison.settle();
    if (!named) {
      prison.clock.pass({ hours: 24 });
      await prison.settle();
    }
    const { number } = await prison.server.database.read
      .selectFrom('submission')
      .select('number')
      .where('id', '=', item.statement.id)
      .executeTakeFirstOrThrow();
    return number ?? 0;
  }

  /** Who of these may open it. */
  async function readersOf(number: number, names: readonly StaffName[]): Promise<StaffName[]> {
    const may: StaffName[] = [];
    for (const name of names) {
      const { status } = await (await prison.loginAs(name))('GET /api/cases/:number', { number });
      if (status === 200) may.push(name);
    }
    return may;
  }
  const everyone = [
    'first-reader',
    'first-reader-of-wing-a',
    'officer-in-charge',
    'deputy',
    'commissioner',
    'visiting-justice',
  ] as const;

  describe('what a prisoner says is about', () => {
    it('the officer in charge goes to headquarters at once: nobody under him ever reads it', async () => {
      const number = await complain({ rank: 'officer-in-charge' });
      expect(await readersOf(number, everyone)).toEqual(['commissioner', 'visiting-justice']);
    });

    it('the deputy by name goes there too, past the officer in charge', async () => {
      const number = await complain({ rank: 'unknown', name: 'Madam Deputy' });
      expect(await readersOf(number, everyone)).toEqual(['first-reader', 'commissioner', 'visiting-justice']);
    });

    it('an officer by part of his name shuts him out, though the first reader records nobody', async () => {
      const number = await complain({ rank: 'warder', name: 'afisa WARDER' });
      const reader = await prison.loginAs('first-reader');
      await reader(
        'POST /api/cases/:number/pass',
        { number },
        { body: { version: 0, named: [], namedOther: [] } },
      );
      const charge = await prison.loginAs('officer-in-charge');
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 1, unit: 'security', personNeeded: false, note: null } },
      );
      const { body } = await charge('GET /api/cases/:number', { number });
      expect(body.state).toBe('routed');
      expect(body.named.map(officer => officer.name)).toContain('The warder');
      expect(await readersOf(number, ['warder'])).toEqual([]);
    });

    it('somebody whom nobody knows is kept by the name that was said', async () => {
      const number = await complain({ rank: 'warder', name: 'Mzee Kobe' });
      const reader = await prison.loginAs('first-reader');
      await reader(
        'POST /api/cases/:number/pass',
        { number },
        { body: { version: 0, named: [], namedOther: [] } },
      );
      const { body } = await reader('GET /api/cases/:number', { number });
      expect(body.named).toEqual([{ id: null, name: 'Mzee Kobe' }]);
    });
  });

  describe('a first reader who stands too near:', () => {
    it('of the wing that the writer lives in, though he complained in another', async () => {
      const number = await complain(null);
      expect(await readersOf(number, everyone)).toEqual(['first-reader', 'visiting-justice']);
    });

    it('of some wing, of what came without a name', async () => {
      const number = await complain(null, { named: false });
      expect(await readersOf(number, everyone)).toEqual(['first-reader', 'visiting-justice']);
    });

    it('of the wing whose officer it is about', async () => {
      const number = await complain({ rank: 'warder', wing: prison.cast.wings.a });
      expect(await readersOf(number, ['first-reader-of-wing-a'])).toEqual([]);
    });
  });

  describe('a unit that needs no name', () => {
    it('is shown no draft that was called back, and the day instead of the hour', async () => {
      const number = await complain(null, { text: 'Beans raw.' });
      const reader = await prison.loginAs('first-reader');
      const charge = await prison.loginAs('officer-in-charge');
      await reader(
        'POST /api/cases/:number/pass',
        { number },
        { body: { version: 0, named: [], namedOther: [] } },
      );
      const outcome = {
        outcome: 'done',
        on: prison.clock.now().toZonedDateTimeISO('Africa/Nairobi').toPlainDate().toString(),
        next: null,
        text: 'Dear Otieno, it is done.',
      };
      await charge('POST /api/cases/:number/answer', { number }, { body: { version: 1, ...outcome } });
      await charge('POST /api/cases/:number/call-back', { number }, { body: { version: 2 } });
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 3, unit: 'kitchen', personNeeded: false, note: null } },
      );
      const { body } = await (await prison.loginAs('unit-officer'))('GET /api/cases/:number', { number });
      expect(body.state).toBe('routed');
      expect(body.replies).toEqual([]);
      expect(body.receivedAt).toBeNull();
      expect((await charge('GET /api/cases/:number', { number })).body.replies).toHaveLength(1);
    });
  });

  describe('by its code', () => {
    it('a complaint made with a PIN looks the same whether the PIN was right or wrong', async () => {
      const asked = await prison.asKiosk(kiosk);
      const seen = [];
      for (const pin of [pins.wanjiru, '000111']) {
        const item = await kiosk.makeItem({}, { version: 1, kind: 'pin', number: numbers.wanjiru, pin });
        const { body } = await prison.post(item);
        await prison.settle();
        const { code } = await prison.server.database.read
          .selectFrom('submission')
          .select('code')
          .where('id', '=', body.id)
          .executeTakeFirstOrThrow();
        const looked = await asked('POST /api/codes', {}, { body: { code } });
        const settled = await asked('POST /api/codes/settle', {}, { body: { code, settled: true } });
        seen.push({ looked: looked.body, settled: settled.problem });
      }
      expect(seen[1]).toEqual(seen[0]);
      expect(seen[0]).toMatchObject({ looked: { nameless: false, replies: [] }, settled: 'code-wrong' });
    });

    it('nobody reads the reply of another where a kiosk gave one code to two', async () => {
      const asked = await prison.asKiosk(kiosk);
      const first = await kiosk.makeItem();
      await prison.post(first);
      await prison.post(await kiosk.makeItem({}, undefined, { sequence: first.statement.sequence }));
      await prison.settle();
      const { code } = await prison.server.database.read
        .selectFrom('submission')
        .select('code')
        .where('id', '=', first.statement.id)
        .executeTakeFirstOrThrow();
      const { body } = await asked('POST /api/codes', {}, { body: { code } });
      expect(body).toMatchObject({ nameless: false, replies: [] });
    });
  });
});
