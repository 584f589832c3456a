import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let justice: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    office = await prison.loginAs('documentation-office');
    justice = await prison.loginAs('visiting-justice');
  });
  afterAll(() => prison.close());
  const enter = (id: string, kind: string, more: object = {}) =>
    office(
      'POST /api/prisoners/:id/events',
      { id },
      { body: { kind, on: '2026-03-01', reason: 'Warrant 12', ...more } },
    );
  const page = async (id: string) => (await office('GET /api/prisoners/:id/events', { id })).body;
  const departures = async () => (await justice('GET /api/departures')).body.departures;

  describe('a move to another wing', () => {
    it('keeps his PIN, his record and what he sent', async () => {
      const { otieno } = prison.cast.prisoners;
      const kiosk = await prison.enrolKiosk();
      const before = await prison.signInAs(kiosk, 'otieno');
      await prison.post(await kiosk.makeItem({}, { version: 1, kind: 'pass', pass: before.pass }));
      await prison.settle();
      expect((await enter(otieno, 'moved', { wing: prison.cast.wings.b })).status).toBe(200);
      expect(await page(otieno)).toMatchObject({
        prisoner: { wing: 'B', releasedAt: null },
        events: [{ kind: 'moved', from: 'A', to: 'B', by: 'The documentation-office' }],
      });
      const after = await prison.signInAs(await prison.enrolKiosk('b'), 'otieno');
      expect((await after.ask('GET /api/submissions')).body.submissions).toHaveLength(1);
    });

    it('goes to a wing of this prison, and not to the one that he is in', async () => {
      const { otieno } = prison.cast.prisoners;
      expect((await enter(otieno, 'moved', { wing: prison.cast.wings.b })).problem).toBe('already-decided');
      expect((await enter(otieno, 'moved', { wing: prison.cast.prisonId })).problem).toBe('not-found');
    });
  });

  describe('the sex in the record of reception', () => {
    it('is entered with its paper and told to the kiosk, for the pages that are meant for somebody', async () => {
      const { barasa } = prison.cast.prisoners;
      const door = await prison.asKiosk(await prison.enrolKiosk());
      const signIn = () =>
        door('POST /api/prisoners/sign-in', {}, { body: { number: numbers.barasa, pin: pins.barasa } });
      expect((await signIn()).body.sex).toBeNull();
      expect((await enter(barasa, 'sex', { sex: 'female' })).status).toBe(200);
      expect((await signIn()).body.sex).toBe('female');
      expect((await enter(barasa, 'sex', { sex: 'female' })).problem).toBe('already-decided');
      prison.clock.pass({ minutes: 1 });
      expect((await enter(barasa, 'sex', { sex: 'male' })).status).toBe(200);
      expect((await page(barasa)).events[0]).toMatchObject({ kind: 'sex', from: 'female', to: 'male' });
    });
  });

  describe('whoever left', () => {
    it('is out at once and signs in no more; his submission stays open, and the justice sees it', async () => {
      const { wanjiru } = prison.cast.prisoners;
      const kiosk = await prison.enrolKiosk();
      const { ask, pass } = await prison.signInAs(kiosk, 'wanjiru');
      const item = await kiosk.makeItem({}, { version: 1, kind: 'pass', pass });
      await prison.post(item);
      await prison.settle();
      expect((await enter(wanjiru, 'released')).status).toBe(200);
      expect((await ask('GET /api/submissions')).problem).toBe('session-needed');
      const door = await prison.asKiosk(kiosk);
      const body = { number: numbers.wanjiru, pin: pins.wanjiru };
      expect((await door('POST /api/prisoners/sign-in', {}, { body })).problem).toBe('sign-in-wrong');
      const row = await prison.server.database.read
        .selectFrom('submission')
        .select(['number', 'open', 'state'])
        .where('id', '=', item.statement.id)
        .executeTakeFirstOrThrow();
      expect(row.open).toBe(1);
      const [left] = await departures();
      expect(left).toMatchObject({
        kind: 'released',
        number: numbers.wanjiru,
        on: '2026-03-01',
        by: 'The documentation-office',
        reason: 'Warrant 12',
        returned: false,
        cases: [{ number: row.number, state: row.state }],
      });
      expect((await enter(wanjiru, 'escaped')).problem).toBe('already-decided');
      const found = async (who: 'here' | 'left') =>
        (await office('GET /api/prisoners', { search: numbers.wanjiru, who })).body.prisoners.length;
      expect([await found('here'), await found('left')]).toEqual([0, 1]);
    });

    it('is in again once that was undone, with the same PIN, and both lines stay', async () => {
      const { wanjiru } = prison.cast.prisoners;
      expect((await enter(wanjiru, 'returned', { reason: 'Entered for another' })).status).toBe(200);
      expect((await enter(wanjiru, 'returned')).problem).toBe('already-decided');
      await prison.signInAs(await prison.enrolKiosk(), 'wanjiru');
      const { events } = await page(wanjiru);
      expect(events.map(({ kind }) => kind).toSorted()).toEqual(['released', 'returned']);
      expect((await departures())[0]).toMatchObject({ number: numbers.wanjiru, returned: true });
    });
  });

  it.each([
    ['a day that lies ahead', { on: '2099-01-01' }, 'value-wrong'],
    ['a day that no calendar has', { on: '2026-02-30' }, 'value-wrong'],
    ['no reason', { reason: '' }, 'malformed'],
  ])('is refused: %s', async (_, more, problem) => {
    expect((await enter(prison.cast.prisoners.barasa, 'admitted', more)).problem).toBe(problem);
  });

  it('what is entered has its leaf in the log, by whom and why', async () => {
    const { read } = prison.server.database;
    const rows = await read
      .selectFrom('record')
      .select(['content', 'actor_id'])
      .where('kind', '=', 'prisoner')
      .execute();
    const released = rows.find(({ content }) => JSON.parse(content).action === 'released');
    expect(released?.actor_id).toBe(prison.cast.staff['documentation-office']);
    expect(JSON.parse(released?.content ?? '{}')).toMatchObject({
      reason: 'Warrant 12',
      onDay: '2026-03-01',
    });
  });
});
