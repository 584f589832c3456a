import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kindOfPin, weaknessOf } from '../../../shared/prisoner/pin.ts';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let deputy: Asking;
  let justice: Asking;
  const signInStaff = async () => {
    office = await prison.loginAs('documentation-office');
    deputy = await prison.loginAs('deputy');
    justice = await prison.loginAs('visiting-justice');
  };
  beforeAll(async () => {
    prison = await openTestServer(open);
    await signInStaff();
  });
  afterAll(() => prison.close());

  const atKiosk = async () => prison.asKiosk(await prison.enrolKiosk());
  type Kiosk = Awaited<ReturnType<typeof atKiosk>>;
  const tryPin = (kiosk: Kiosk, number: string, pin: string) =>
    kiosk('POST /api/prisoners/sign-in', {}, { body: { number, pin } });
  const choose = (kiosk: Kiosk, number: string, pin: string, chosen: string) =>
    kiosk('POST /api/prisoners/own-pin', {}, { body: { number, pin, chosen } });
  const print = (...prisoners: string[]) => office('POST /api/pins/print', {}, { body: { prisoners } });
  const idOf = async (number: string) =>
    String((await office('GET /api/prisoners', { search: number })).body.prisoners[0]?.id);
  const bring = async (...people: string[]) => {
    const rows = people.map(number => `${number},Person of ${number.replace('/', ' of ')},A,convicted`);
    const text = ['number,name,wing,class', ...rows].join('\n');
    const body = { noun: 'prisoners' as const, text, apply: true, after: 0 };
    expect((await office('POST /api/imports', {}, { body })).body.taken).not.toBeNull();
    return Promise.all(people.map(idOf));
  };
  const askReset = (number: string) =>
    office('POST /api/pins/resets', {}, { body: { number, reason: 'Says that others know it' } });
  const decide = (as: Asking, id: string, accept = true) =>
    as('POST /api/pins/resets/:id/decide', { id }, { body: { accept } });
  /** A reset from the asking to the slip. */
  const reset = async (number: string) => {
    const { id } = (await askReset(number)).body;
    expect((await decide(deputy, id)).status).toBe(200);
    return String((await print(await idOf(number))).body.slips[0]?.pin);
  };

  describe('a first slip', () => {
    it('is printed for whoever came by import, once, and never for who has a PIN', async () => {
      const [first, second] = (await bring('601/26', '602/26')) as [string, string];
      const before = (await office('GET /api/pins')).body;
      expect(before.without.map(({ number }) => number)).toEqual(['601/26', '602/26']);
      const { slips } = (await print(first, second)).body;
      expect(slips.map(({ number, reset: again }) => [number, again])).toEqual([
        ['601/26', false],
        ['602/26', false],
      ]);
      expect((await office('GET /api/pins')).body).toMatchObject({ without: [], count: 0, unused: 2 });
      expect((await print(first)).problem).toBe('second-person-needed');
      expect((await print(prison.cast.prisoners.otieno)).problem).toBe('second-person-needed');
    });

    it('is made for all or for none, and says its PIN nowhere again', async () => {
      const [known] = (await bring('603/26')) as [string];
      expect((await print(known, prison.cast.prisoners.otieno)).problem).toBe('second-person-needed');
      expect((await print(known, randomUUID())).problem).toBe('not-found');
      const [slip] = (await print(known)).body.slips;
      const pin = String(slip?.pin);
      expect(weaknessOf(pin, '603/26')).toBeNull();
      const { read } = prison.server.database;
      for (const table of ['record', 'pin_slip', 'prisoner_pin', 'prisoner'] as const)
        expect(JSON.stringify(await read.selectFrom(table).selectAll().execute())).not.toContain(`"${pin}"`);
    });

    it('lets nobody in before he chose a PIN of his own, and then only with that', async () => {
      const [id] = (await bring('604/26')) as [string];
      const pin = String((await print(id)).body.slips[0]?.pin);
      const kiosk = await atKiosk();
      expect((await tryPin(kiosk, '604/26', pin)).problem).toBe('pin-change-needed');
      for (const weak of [pin, '111111', '121212', '123456', '240781', '198512', '260426'])
        expect((await choose(kiosk, '604/26', pin, weak)).problem).toBe('pin-weak');
      const inside = await choose(kiosk, '604/26', pin, '735926');
      expect(inside.body).toMatchObject({ last: null, reset: null, claims: [] });
      expect((await tryPin(kiosk, '604/26', pin)).problem).toBe('sign-in-wrong');
      expect((await tryPin(kiosk, '604/26', '735926')).status).toBe(200);
      // Seen over a shoulder, it locks nobody out: only a slip's PIN can be changed at a kiosk.
      expect((await choose(kiosk, '604/26', '735926', '846037')).problem).toBe('sign-in-wrong');
    });

    it('puts no name on a complaint that came with its PIN while the server was gone', async () => {
      const [id] = (await bring('605/26')) as [string];
      const pin = String((await print(id)).body.slips[0]?.pin);
      const kiosk = await prison.enrolKiosk();
      const item = await kiosk.makeItem({}, { version: 1, kind: 'pin', number: '605/26', pin });
      await prison.post(item);
      await prison.settle();
      const { read } = prison.server.database;
      const row = await read
        .selectFrom('submission')
        .select(['identity', 'prisoner_id'])
        .where('id', '=', item.statement.id)
        .executeTakeFirst();
      expect(row).toEqual({ identity: 'claimed', prisoner_id: null });
      const inside = await choose(await atKiosk(), '605/26', pin, '735926');
      expect(inside.body.claims.map(claim => Object.keys(claim).toSorted())).toEqual([['at', 'id']]);
    });
  });

  describe('pictures', () => {
    it('are printed for whom the office says, and chosen by him in place of the slip’s', async () => {
      const [reads, other] = (await bring('607/26', '608/26')) as [string, string];
      const body = { prisoners: [reads, other], pictures: [other] };
      const { slips } = (await office('POST /api/pins/print', {}, { body })).body;
      const [digits, pictures] = slips.map(({ pin }) => pin) as [string, string];
      expect([kindOfPin(digits), kindOfPin(pictures)]).toEqual(['digits', 'pictures']);
      const kiosk = await atKiosk();
      expect((await tryPin(kiosk, '608/26', pictures)).problem).toBe('pin-change-needed');
      for (const weak of ['aaaaa', 'ababb', 'abcde', 'mlkjr'])
        expect((await choose(kiosk, '608/26', pictures, weak)).problem).toBe('pin-weak');
      expect((await choose(kiosk, '608/26', pictures, 'ahmko')).status).toBe(200);
      expect((await tryPin(kiosk, '608/26', pictures)).problem).toBe('sign-in-wrong');
      expect((await tryPin(kiosk, '608/26', 'ahmok')).problem).toBe('sign-in-wrong');
      expect((await tryPin(kiosk, '608/26', 'ahmko')).status).toBe(200);
      // Pictures that the pad does not have are not even tried.
      expect((await tryPin(kiosk, '608/26', 'ahmkz')).status).toBe(400);
    });

    it('are slowed down after wrong tries as digits are, and both count together', async () => {
      const kiosk = await atKiosk();
      for (const wrong of ['ahmkd', '735926', 'ahmke'])
        expect((await tryPin(kiosk, '608/26', wrong)).problem).toBe('sign-in-wrong');
      expect((await tryPin(kiosk, '608/26', 'ahmko')).problem).toBe('slow-down');
      prison.clock.pass({ minutes: 1 });
      expect((await tryPin(kiosk, '608/26', 'ahmko')).status).toBe(200);
    });

    it('are what a reset prints again, unless the office says otherwise', async () => {
      const { id } = (await askReset('608/26')).body;
      const waiting = (await office('GET /api/pins')).body.resets.find(one => one.id === id);
      expect(waiting?.kind).toBe('pictures');
      expect((await decide(deputy, id)).status).toBe(200);
      const slip = (await print(await idOf('608/26'))).body.slips[0];
      expect(kindOfPin(String(slip?.pin))).toBe('digits');
      await signInStaff();
    });
  });

  describe('a reset', () => {
    it('changes nothing before a second person let it through and the slip was printed', async () => {
      const { id } = (await askReset(numbers.wanjiru)).body;
      const kiosk = await atKiosk();
      const wanjiru = prison.cast.prisoners.wanjiru;
      expect((await print(wanjiru)).problem).toBe('second-person-needed');
      expect((await askReset(numbers.wanjiru)).problem).toBe('pin-reset-waits');
      expect((await decide(deputy, id)).status).toBe(200);
      expect((await decide(deputy, id)).problem).toBe('already-decided');
      expect((await tryPin(kiosk, numbers.wanjiru, pins.wanjiru)).status).toBe(200);
      const [slip] = (await print(wanjiru)).body.slips;
      expect(slip?.reset).toBe(true);
      expect((await tryPin(kiosk, numbers.wanjiru, pins.wanjiru)).problem).toBe('sign-in-wrong');
      expect((await tryPin(kiosk, numbers.wanjiru, String(slip?.pin))).problem).toBe('pin-change-needed');
      expect((await print(wanjiru)).problem).toBe('second-person-needed');
    });

    it('needs a second who is not under the first, and one of the two from outside the wing', async () => {
      const { write } = prison.server.database;
      const set = (who: 'documentation-office' | 'deputy', change: Record<string, string | null>) =>
        write.updateTable('staff').set(change).where('id', '=', prison.cast.staff[who]).execute();
      const { id } = (await askReset(numbers.barasa)).body;
      const mayDecide = async () =>
        (await deputy('GET /api/pins')).body.resets.find(one => one.id === id)?.mayDecide;
      await set('deputy', { superior_id: prison.cast.staff['documentation-office'] });
      expect([await mayDecide(), (await decide(deputy, id)).problem]).toEqual([
        false,
        'second-person-needed',
      ]);
      await set('deputy', {
        superior_id: prison.cast.staff['officer-in-charge'],
        wing_id: prison.cast.wings.a,
      });
      await set('documentation-office', { wing_id: prison.cast.wings.a });
      expect([await mayDecide(), (await decide(deputy, id)).problem]).toEqual([
        false,
        'second-person-needed',
      ]);
      await set('documentation-office', { wing_id: null });
      expect(await mayDecide()).toBe(true);
      // A no ends it, and it can be asked for again.
      expect((await decide(deputy, id, false)).status).toBe(200);
      expect((await print(prison.cast.prisoners.barasa)).problem).toBe('second-person-needed');
      await set('deputy', { wing_id: null });
      expect((await askReset(numbers.barasa)).status).toBe(200);
    });

    it('ends sessions, and for 48 hours what is older stays closed and no word counts', async () => {
      const kiosk = await prison.enrolKiosk();
      const before = await prison.signInAs(kiosk, 'otieno');
      const send = async (pass: string) => {
        const item = await kiosk.makeItem({}, { version: 1, kind: 'pass', pass });
        await prison.post(item);
        await prison.settle();
        return item.statement.id;
      };
      const old = await send(before.pass);
      expect((await before.ask('GET /api/submissions')).body.submissions).toHaveLength(1);
      prison.clock.pass({ minutes: 1 });
      const slipPin = await reset(numbers.otieno);
      expect((await before.ask('GET /api/submissions')).problem).toBe('session-needed');

      const door = await prison.asKiosk(kiosk);
      const inside = (await choose(door, numbers.otieno, slipPin, '735926')).body;
      expect(inside.reset).not.toBeNull();
      let headers = { 'sauti-prisoner': inside.token };
      const list = async () =>
        (await door('GET /api/submissions', {}, { headers })).body.submissions.map(({ id }) => id);
      const open = (id: string) => door('POST /api/submissions/:id/opened', { id }, { headers });
      const settle = (id: string) =>
        door('POST /api/submissions/:id/settle', { id }, { headers, body: { settled: true } });
      expect(await list()).toEqual([]);
      const fresh = await send(inside.pass);
      expect(await list()).toEqual([fresh]);
      expect([(await open(old)).problem, (await settle(old)).problem]).toEqual([
        'pin-just-reset',
        'pin-just-reset',
      ]);
      expect([(await open(fresh)).problem, (await settle(fresh)).problem]).toEqual([null, 'pin-just-reset']);

      prison.clock.pass({ hours: 48 });
      await signInStaff();
      const late = await prison.asKiosk(kiosk);
      const again = (await tryPin(late, numbers.otieno, '735926')).body;
      expect(again.reset).toBeNull();
      headers = { 'sauti-prisoner': again.token };
      const after = await late('GET /api/submissions', {}, { headers });
      expect(after.body.submissions.map(({ id }) => id).toSorted()).toEqual([old, fresh].toSorted());
      expect((await late('POST /api/submissions/:id/opened', { id: old }, { headers })).status).toBe(200);
    });

    it('is asked for nobody without a PIN, and for no number that nobody has', async () => {
      await bring('606/26');
      expect((await askReset('606/26')).problem).toBe('pin-has-none');
      expect((await askReset('9999/99')).problem).toBe('not-found');
    });
  });

  it('every slip and every "not me" stands in the visiting justice’s list, with who did it', async () => {
    const { rows } = (await justice('GET /api/pins/watch')).body;
    expect(rows.filter(({ kind }) => kind === 'first').length).toBeGreaterThan(3);
    expect(rows.find(({ kind, number }) => kind === 'reset' && number === numbers.otieno)).toMatchObject({
      by: ['The documentation-office', 'The deputy'],
      reason: 'Says that others know it',
    });
    const kiosk = await atKiosk();
    await tryPin(kiosk, numbers.otieno, '735926');
    const { body } = await tryPin(kiosk, numbers.otieno, '735926');
    const headers = { 'sauti-prisoner': body.token };
    const said = { headers, body: { signIn: body.last?.id ?? '' } };
    expect((await kiosk('POST /api/prisoners/not-me', {}, said)).status).toBe(200);
    const after = (await justice('GET /api/pins/watch')).body.rows;
    expect(after[0]).toMatchObject({ kind: 'not-me', number: numbers.otieno, wing: 'A', by: [] });
  });
});
