import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { foundOtherPrison, type OtherPrison } from '../../helpers/other-prison.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

type Asking = TestServer['ask'];

withDatabases(open => {
  let prison: TestServer;
  let there: OtherPrison;
  let office: Asking;
  let otherOffice: Asking;
  let charge: Asking;
  let kiosk: TestKiosk;
  let id: string;
  let answered: string;
  let nameless: string;
  beforeAll(async () => {
    prison = await openTestServer(open);
    there = await foundOtherPrison(prison, ['documentation-office', 'officer-in-charge']);
    await openOffices();
    kiosk = await prison.enrolKiosk();
    id = prison.cast.prisoners.otieno;
    await writeRecord();
    answered = await complain();
    const hidden = await kiosk.makeItem({ problem: 'dirty' });
    await send(hidden);
    nameless = (
      await prison.server.database.read
        .selectFrom('submission')
        .select('code')
        .where('id', '=', hidden.statement.id)
        .executeTakeFirstOrThrow()
    ).code;
    await nextDay();
  });
  afterAll(() => prison.close());

  async function openOffices(): Promise<void> {
    office = await prison.loginAs('documentation-office');
    otherOffice = await there.loginAs('documentation-office');
    charge = await prison.loginAs('officer-in-charge');
  }
  /** Nobody stays signed in overnight. */
  async function nextDay(): Promise<void> {
    prison.clock.pass({ hours: 24 });
    await prison.settle();
    await openOffices();
  }

  const send = async (item: Awaited<ReturnType<TestKiosk['makeItem']>>) => {
    expect((await prison.post(item)).status).toBe(200);
    await prison.settle();
  };
  const line = (kind: string, content: object) => ({ kind, reason: 'Warrant 12', content });
  /** A sentence, a stage and a day of work, as the first prison keeps them. */
  async function writeRecord(): Promise<void> {
    const sentence = { date: '2025-02-01', years: 2, months: 0, days: 0, kind: 'definite' };
    const rest = { consecutiveTo: null, custodyDays: 0, fineCents: 0, court: null };
    const lines = [
      ['sentence', line('sentence', { ...sentence, ...rest })],
      ['stage', line('stage', { stage: 'second', on: '2026-01-05', decidedBy: 'The stage board' })],
    ] as const;
    for (const [noun, body] of lines)
      expect((await office(`POST /api/prisoners/:id/${noun}/lines`, { id }, { body })).status).toBe(200);
    const work = { day: '2026-02-27', lines: [{ prisoner: id, grade: 'a' }] };
    expect((await office('POST /api/earnings/day', {}, { body: work })).status).toBe(200);
  }
  /** A complaint of his that the officer in charge answers, and that he has not opened. Answers its id. */
  async function complain(): Promise<string> {
    const { pass } = await prison.signInAs(kiosk, 'otieno');
    const item = await kiosk.makeItem({}, { version: 1, kind: 'pass', pass });
    await send(item);
    const { number } = (await charge('GET /api/cases')).body.cases[0] ?? { number: 0 };
    const body = {
      version: 0,
      outcome: 'done',
      on: '2026-03-02',
      next: null,
      text: 'The scale was checked.',
    };
    const reply = await charge('POST /api/cases/:number/answer', { number }, { body });
    expect(reply.problem).toBeNull();
    return item.statement.id;
  }
  const enter = (kind: string, more: object = {}) => {
    prison.clock.pass({ minutes: 1 });
    return office(
      'POST /api/prisoners/:id/events',
      { id },
      { body: { kind, on: '2026-03-03', reason: 'Transfer order 4', ...more } },
    );
  };
  const take = (transfer: string, more: object = {}) =>
    otherOffice(
      'POST /api/arrivals/:id',
      { id: transfer },
      { body: { wing: there.wing, number: '77/26', on: '2026-03-04', reason: 'Transfer order 4', ...more } },
    );
  const arrivals = async () => (await otherOffice('GET /api/arrivals')).body.arrivals;
  const signIn = async (at: TestKiosk, number: string) =>
    (await prison.asKiosk(at))('POST /api/prisoners/sign-in', {}, { body: { number, pin: pins.otieno } });
  const logged = async (prisonId: string) => {
    const rows = await prison.server.database.read
      .selectFrom('record')
      .select('content')
      .where('prison_id', '=', prisonId)
      .where('kind', '=', 'prisoner')
      .orderBy('at')
      .execute();
    return rows.map(({ content }) => (JSON.parse(content) as { action: string }).action);
  };

  describe('somebody who is sent to another prison', () => {
    it('is awaited there, and signs in nowhere on the way', async () => {
      expect((await enter('transferred', { prison: prison.cast.prisonId })).problem).toBe('not-found');
      expect((await enter('transferred', { prison: there.id })).status).toBe(200);
      expect(await arrivals()).toMatchObject([{ name: 'otieno', from: 'Test Prison', number: '101/26' }]);
      expect((await signIn(kiosk, numbers.otieno)).problem).toBe('sign-in-wrong');
    });

    it('is awaited no more once it was called back', async () => {
      const [waiting] = await arrivals();
      expect((await enter('returned')).status).toBe(200);
      expect(await arrivals()).toEqual([]);
      expect((await take(waiting?.id ?? '')).problem).toBe('already-decided');
      expect((await signIn(kiosk, numbers.otieno)).status).toBe(200);
      expect((await enter('transferred', { prison: there.id })).status).toBe(200);
    });

    it('is taken in with a wing and a number of that prison, not before he left', async () => {
      const [waiting] = await arrivals();
      const transfer = waiting?.id ?? '';
      await nextDay();
      expect((await take(transfer, { wing: prison.cast.wings.a })).problem).toBe('not-found');
      expect((await take(transfer, { on: '2026-03-02' })).problem).toBe('value-wrong');
      expect((await take(transfer)).status).toBe(200);
      expect((await take(transfer)).problem).toBe('already-decided');
      expect(await arrivals()).toEqual([]);
    });

    it('signs in there with the PIN that he has, and at the old prison with neither number', async () => {
      expect((await signIn(await there.enrolKiosk(), '77/26')).status).toBe(200);
      for (const number of [numbers.otieno, '77/26'])
        expect((await signIn(kiosk, number)).problem).toBe('sign-in-wrong');
    });

    it('finds his record whole: sentence, stage, earnings', async () => {
      const own = await asOtieno();
      expect((await own('POST /api/sentence/open')).body.computed).toMatchObject({
        ok: true,
        latest: '2027-01-31',
      });
      expect((await own('GET /api/stage')).body.stage).toBe('second');
      expect((await own('GET /api/earnings')).body.balance.credited).toBe(20);
      expect((await otherOffice('GET /api/prisoners/:id/events', { id })).body.events).toMatchObject([
        { kind: 'arrived', from: 'Test Prison', to: 'Other Prison' },
        { kind: 'transferred' },
        { kind: 'returned' },
        { kind: 'transferred' },
      ]);
    });

    it('opens there the answer that had not reached him, and says that it is settled', async () => {
      const own = await asOtieno();
      const { submissions } = (await own('GET /api/submissions')).body;
      expect(submissions).toMatchObject([
        { id: answered, state: 'answered', replies: [{ text: 'The scale was checked.' }] },
      ]);
      expect((await own('POST /api/submissions/:id/opened', { id: answered })).body.state).toBe('delivered');
      const settled = await own(
        'POST /api/submissions/:id/settle',
        { id: answered },
        { body: { settled: true } },
      );
      expect(settled.body.state).toBe('settled');
    });

    it('finds what he sent without his name by its code', async () => {
      const door = await prison.asKiosk(await there.enrolKiosk());
      const { body } = await door('POST /api/codes', {}, { body: { code: nameless } });
      expect(body).toMatchObject({ nameless: true, state: 'triage' });
    });

    it('stands in both logs: that he left, that he came', async () => {
      expect((await logged(prison.cast.prisonId)).slice(-4)).toEqual([
        'transferred',
        'returned',
        'transferred',
        'taken-in',
      ]);
      expect(await logged(there.id)).toEqual(['arrived']);
    });
  });

  describe('the prison that he left', () => {
    it('sees his record as it was, and nothing that came after', async () => {
      prison.clock.pass({ minutes: 1 });
      const more = line('review', { on: '2026-06-01' });
      expect((await otherOffice('POST /api/prisoners/:id/stage/lines', { id }, { body: more })).status).toBe(
        200,
      );
      const here = (await office('GET /api/prisoners/:id/stage', { id })).body;
      const now = (await otherOffice('GET /api/prisoners/:id/stage', { id })).body;
      expect(here.lines.map(({ kind }) => kind)).toEqual(['stage']);
      expect(now.lines.map(({ kind }) => kind)).toEqual(['review', 'stage']);
      expect(here).toMatchObject({
        prisoner: { number: '101/26', wing: 'A', elsewhere: true },
        mayWrite: false,
      });
      expect(now).toMatchObject({
        prisoner: { number: '77/26', wing: 'C', elsewhere: false },
        mayWrite: true,
      });
      const { events } = (await office('GET /api/prisoners/:id/events', { id })).body;
      expect(events.map(({ kind }) => kind)).not.toContain('admitted');
    });

    it('lists him among those who left, writes nothing more, and takes no row of a file for him', async () => {
      const found = (await office('GET /api/prisoners', { search: '101/26', who: 'left' })).body.prisoners;
      expect(found).toMatchObject([{ id, wing: 'A' }]);
      expect((await office('GET /api/prisoners', { search: '101/26' })).body.prisoners).toEqual([]);
      expect((await enter('returned')).problem).toBe('not-found');
      const work = { day: '2026-03-03', lines: [{ prisoner: id, grade: 'a' }] };
      expect((await office('POST /api/earnings/day', {}, { body: work })).problem).toBe('not-found');
      const file = { noun: 'work', text: 'number,day,grade\n101/26,2026-02-26,a', apply: false, after: 0 };
      expect((await office('POST /api/imports', {}, { body: file })).body.errors).toMatchObject([
        { line: 2, mistake: 'released' },
      ]);
    });

    it('still answers what he sent from there, and its justice sees where he went', async () => {
      const justice = await prison.loginAs('visiting-justice');
      const { departures } = (await justice('GET /api/departures')).body;
      expect(departures[0]).toMatchObject({
        kind: 'transferred',
        to: 'Other Prison',
        arrived: true,
        returned: false,
      });
      const { cases } = (await charge('GET /api/cases', { list: 'finished' })).body;
      const page = (await charge('GET /api/cases/:number', { number: cases[0]?.number ?? 0 })).body;
      expect(page.prisoner).toEqual({ number: '101/26', name: 'otieno', wing: 'A' });
    });
  });

  describe('the prison that he came to', () => {
    it('sees what he sends from now on, and not what he sent from the other one', async () => {
      const door = await there.enrolKiosk();
      const { pass } = (await signIn(door, '77/26')).body;
      await send(await door.makeItem({ problem: 'spoiled' }, { version: 1, kind: 'pass', pass }));
      const otherCharge = await there.loginAs('officer-in-charge');
      const { cases } = (await otherCharge('GET /api/cases')).body;
      expect(cases.map(({ problem }) => problem)).toEqual(['spoiled']);
      expect((await charge('GET /api/cases')).body.cases.map(({ problem }) => problem)).toEqual(['dirty']);
    });

    it('goes on with his record: a second day of work is the next line', async () => {
      const work = { day: '2026-03-02', lines: [{ prisoner: id, grade: 'b' }] };
      expect((await otherOffice('POST /api/earnings/day', {}, { body: work })).status).toBe(200);
      const again = { day: '2026-02-27', lines: [{ prisoner: id, grade: 'a' }] };
      expect((await otherOffice('POST /api/earnings/day', {}, { body: again })).problem).toBe('work-entered');
      expect((await (await asOtieno())('GET /api/earnings')).body.balance.credited).toBe(35);
    });

    it('can send him back, to his former number', async () => {
      const body = { kind: 'transferred', prison: prison.cast.prisonId, on: '2026-03-04', reason: 'Order 5' };
      expect((await otherOffice('POST /api/prisoners/:id/events', { id }, { body })).status).toBe(200);
      const [waiting] = (await office('GET /api/arrivals')).body.arrivals;
      const back = (number: string) =>
        office(
          'POST /api/arrivals/:id',
          { id: waiting?.id ?? '' },
          { body: { wing: prison.cast.wings.b, number, on: '2026-03-04', reason: 'Order 5' } },
        );
      expect((await back(numbers.wanjiru)).problem).toBe('number-taken');
      expect((await back(numbers.otieno)).status).toBe(200);
      expect((await signIn(kiosk, numbers.otieno)).status).toBe(200);
      expect((await otherOffice('GET /api/prisoners/:id/stage', { id })).body.prisoner.elsewhere).toBe(true);
    });
  });

  /** At a kiosk of the prison that he came to. */
  async function asOtieno(): Promise<Asking> {
    const door = await there.enrolKiosk();
    const asKiosk = await prison.asKiosk(door);
    const { token } = (await signIn(door, '77/26')).body;
    return (name, params, ask) => asKiosk(name, params, { ...ask, headers: { 'sauti-prisoner': token } });
  }
});
