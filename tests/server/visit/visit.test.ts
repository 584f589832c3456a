import { afterAll, beforeAll, expect, it } from 'vitest';
import { numbers } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from '../cases/make-case.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let justice: Asking;
  let office: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    justice = await prison.loginAs('visiting-justice');
    office = await prison.loginAs('documentation-office');
  });
  afterAll(() => prison.close());

  const pack = async (since = '2026-02-01') => (await justice('GET /api/visit', { since })).body;
  const enter = (id: string, noun: 'sentence' | 'stage', kind: string, content: object) =>
    office(`POST /api/prisoners/:id/${noun}/lines`, { id }, { body: { kind, reason: 'Order 7', content } });

  it('of a prison where nothing happened, says whom nobody heard of and that the log is young', async () => {
    expect(await pack()).toMatchObject({
      held: [],
      losses: [],
      received: 0,
      silentWings: ['A', 'B'],
      log: { hold: null },
    });
    expect((await justice('GET /api/visit', { since: '2026-02-30' })).problem).toBe('value-wrong');
    expect((await justice('GET /api/visit', { since: '2030-01-01' })).problem).toBe('value-wrong');
  });

  it('lists what a complainant lost since, and of nobody else', async () => {
    const { otieno, wanjiru } = prison.cast.prisoners;
    const { number } = await makeCase(prison, { due_on: '2026-03-01' });
    await makeCase(prison, { prisoner_id: wanjiru, identity: 'nameless', wing_id: null });
    const order = { orderedBy: 'The officer in charge', order: 'PB 4' };
    const from = '2026-03-01';
    for (const id of [otieno, wanjiru]) {
      const body = { kind: 'moved', on: from, reason: 'Order 7', wing: prison.cast.wings.b };
      expect((await office('POST /api/prisoners/:id/events', { id }, { body })).status).toBe(200);
      for (const stage of ['second', 'first'])
        await enter(id, 'stage', 'stage', { stage, on: from, decidedBy: 'The board' });
      await enter(id, 'stage', 'privilege-lost', { what: 'visits', from, to: null, ...order });
      const punishment = { lost: 'separate-cell', what: 'Seven days', from, to: null, ...order };
      expect((await enter(id, 'sentence', 'punishment', punishment)).status).toBe(200);
    }
    const { losses, held, overdue, silentWings } = await pack();
    expect(new Set(losses.map(one => one.number))).toEqual(new Set([numbers.otieno]));
    expect(losses.map(({ kind }) => kind).toSorted()).toEqual([
      'moved',
      'privilege-lost',
      'punishment',
      'stage-reduced',
    ]);
    expect(losses.every(({ after }) => after?.number === number)).toBe(true);
    expect(held.map(one => [one.number, one.where, one.why, one.orderedBy])).toEqual(
      [numbers.otieno, numbers.wanjiru].map(one => [
        one,
        'punishment-separate-cell',
        'Order 7',
        'The officer in charge',
      ]),
    );
    expect(overdue.map(one => one.number)).toEqual([number]);
    expect(silentWings).toEqual(['B']);
  });

  it('says when a kiosk was silent while its neighbour was on', async () => {
    const [one, other] = [await prison.enrolKiosk('a'), await prison.enrolKiosk('b')];
    const beat = async (kiosk: typeof one) => {
      const ask = await prison.asKiosk(kiosk);
      const body = {
        wall: prison.clock.system().toString(),
        monotonic: 5,
        boot: '00000000-0000-4000-8000-000000000000',
        sequence: 0,
        waiting: 0,
        quarantined: 0,
        build: 'abc',
        persisted: true,
      };
      expect((await ask('POST /api/kiosks/heartbeat', {}, { body })).problem).toBeNull();
    };
    await beat(one);
    await beat(other);
    for (let round = 0; round < 8; round += 1) {
      prison.clock.pass({ minutes: 4 });
      await beat(one);
    }
    await beat(other);
    const { kiosks } = await pack();
    const ofWing = (wing: string) => kiosks.filter(kiosk => kiosk.wing === wing && kiosk.lastSeenAt !== null);
    expect(ofWing('B').at(-1)).toMatchObject({ silentMinutes: 32, aloneMinutes: 32 });
    expect(ofWing('A').at(-1)).toMatchObject({ silentMinutes: 0 });
  });
});
