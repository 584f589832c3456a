import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeKioskKeys } from '../../helpers/test-kiosk.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

withDatabases(open => {
  let prison: TestServer;
  let administrator: As;
  let justice: As;
  beforeAll(async () => {
    prison = await openTestServer(open);
    administrator = await prison.loginAs('administrator');
    justice = await prison.loginAs('visiting-justice');
  });
  afterAll(() => prison.close());
  const makeCode = (wing = prison.cast.wings.b, name = 'By the stairs') =>
    administrator('POST /api/kiosks/codes', {}, { body: { wing, name, kind: 'wall', cardPrefix: null } });
  const enrol = async (code: string) =>
    prison.ask(
      'POST /api/kiosks/enrol',
      {},
      { body: { code, publicKey: (await makeKioskKeys()).publicKey, mode: 'speaker' } },
    );
  const rowOf = async (id: string) =>
    (await justice('GET /api/kiosks')).body.kiosks.find(row => row.id === id);
  const recordedActions = async () => {
    const rows = await prison.server.database.read
      .selectFrom('record')
      .select('content')
      .where('kind', '=', 'kiosk')
      .execute();
    return rows.map(row => JSON.parse(row.content).action as string);
  };

  describe('an enrolment code', () => {
    it('enrols one kiosk in its wing, under its name, as it was written down', async () => {
      const { body } = await makeCode();
      expect(body.expiresAt).toBe('2026-03-02T07:15:00.000Z');
      const enrolled = await enrol(body.code.toLowerCase().replace('-', ' '));
      expect(enrolled.status).toBe(200);
      expect(await rowOf(enrolled.body.kiosk)).toMatchObject({
        name: 'By the stairs',
        wing: 'B',
        mode: 'speaker',
        lastSeen: null,
        clockError: null,
        persisted: null,
        missing: [],
      });
      prison.clock.pass({ minutes: 1 });
      expect((await enrol(body.code)).problem).toBe('enrolment-code-wrong');
      expect(await recordedActions()).toContain('code-made');
    });

    it('is not found by a burst of guesses: three are looked at, the right one behind them is not', async () => {
      prison.clock.pass({ hours: 1 });
      const { body } = await makeCode();
      const guesses = Array.from({ length: 61 }, (_, index) =>
        enrol(index === 60 ? body.code : `AAAA-${1000 + index}`),
      );
      const problems = (await Promise.all(guesses)).map(({ problem }) => problem);
      expect(problems.filter(problem => problem === 'enrolment-code-wrong')).toHaveLength(3);
      expect(problems.filter(problem => problem === 'slow-down')).toHaveLength(58);
      prison.clock.pass({ seconds: 30 });
      expect((await enrol(body.code)).status).toBe(200);
      prison.clock.pass({ hours: 1 });
    });

    it('is over after a quarter of an hour', async () => {
      const { body } = await makeCode();
      prison.clock.pass({ minutes: 15 });
      expect((await enrol(body.code)).problem).toBe('enrolment-code-wrong');
    });

    it('is for a wing of this prison only', async () => {
      expect((await makeCode('00000000-0000-4000-8000-000000000000')).problem).toBe('not-found');
    });

    it('is kept as a digest: whoever reads the store cannot use it', async () => {
      const { body } = await makeCode();
      const rows = await prison.server.database.read.selectFrom('kiosk_code').selectAll().execute();
      expect(JSON.stringify(rows)).not.toContain(body.code.replace('-', ''));
      const records = await prison.server.database.read.selectFrom('record').selectAll().execute();
      expect(JSON.stringify(records)).not.toContain(body.code.replace('-', ''));
    });
  });

  describe('a kiosk', () => {
    it('is listed with what it last said of itself, and what the server misses from it', async () => {
      const kiosk = await prison.enrolKiosk();
      await prison.post(await kiosk.makeItem());
      await kiosk.makeItem();
      await prison.post(await kiosk.makeItem());
      const as = await prison.asKiosk(kiosk);
      const wall = prison.clock.system().add({ seconds: 90 }).toString();
      await as(
        'POST /api/kiosks/heartbeat',
        {},
        {
          body: {
            wall,
            monotonic: 5,
            boot: '00000000-0000-4000-8000-000000000000',
            sequence: 4,
            waiting: 1,
            quarantined: 0,
            build: 'abc',
            persisted: false,
          },
        },
      );
      expect(await rowOf(kiosk.id)).toMatchObject({
        wing: 'A',
        waiting: 1,
        received: 3,
        missing: [2, 4],
        clockError: 90,
        persisted: false,
        build: 'abc',
      });
    });

    it('is counted for the justice, and for nobody who may stand beside it', async () => {
      const kiosk = await prison.enrolKiosk();
      await prison.post(await kiosk.makeItem());
      const countsFor = async (
        role: 'administrator' | 'visiting-justice' | 'officer-in-charge' | 'deputy',
      ) => {
        const { body } = await (await prison.loginAs(role))('GET /api/kiosks');
        const row = body.kiosks.find(one => one.id === kiosk.id);
        return [row?.received, row?.waiting, row?.quarantined, row?.missing];
      };
      expect(await countsFor('administrator')).toEqual([null, null, null, null]);
      expect(await countsFor('visiting-justice')).toEqual([1, 0, 0, []]);
      expect(await countsFor('officer-in-charge')).toEqual([null, null, null, null]);
      expect(await countsFor('deputy')).toEqual([null, null, null, null]);
    });

    it('tells more of itself, and officers hear of it without what would tell a minute', async () => {
      const kiosk = await prison.enrolKiosk();
      prison.clock.set('2026-03-02T08:17:31Z');
      const as = await prison.asKiosk(kiosk);
      const body = {
        wall: prison.clock.system().toString(),
        monotonic: 5,
        boot: '00000000-0000-4000-8000-000000000000',
        sequence: 0,
        waiting: 0,
        quarantined: 0,
        build: 'abc',
        persisted: true,
        storageUsed: 37,
        battery: { level: 64, charging: false },
        rejected: 'xyz',
        trouble: 'storage-full',
      };
      expect((await as('POST /api/kiosks/heartbeat', {}, { body })).status).toBe(200);
      const told = { battery: body.battery, rejected: 'xyz', trouble: 'storage-full', silent: false };
      expect(await rowOf(kiosk.id)).toMatchObject({
        ...told,
        storageUsed: 37,
        lastSeen: '2026-03-02T08:17:31.000Z',
      });
      const officer = await prison.loginAs('officer-in-charge');
      const seen = async () =>
        (await officer('GET /api/kiosks')).body.kiosks.find(row => row.id === kiosk.id);
      expect(await seen()).toMatchObject({
        ...told,
        storageUsed: 30,
        lastSeen: '2026-03-02T08:10:00.000Z',
        doubled: null,
      });
      prison.clock.pass({ minutes: 6 });
      expect(await seen()).toMatchObject({ silent: true });
    });

    it('that used one number for two items raises an alarm, for officers at six next morning', async () => {
      const kiosk = await prison.enrolKiosk();
      const item = await kiosk.makeItem();
      await prison.post(item);
      await prison.post(await kiosk.makeItem({}, undefined, { sequence: item.statement.sequence }));
      expect(await rowOf(kiosk.id)).toMatchObject({ doubled: 1 });
      const officer = await prison.loginAs('deputy');
      const copied = async () => (await officer('GET /api/kiosks')).body.copiedKey;
      expect((await justice('GET /api/kiosks')).body.copiedKey).toBe(true);
      expect((await administrator('GET /api/kiosks')).body.copiedKey).toBe(false);
      expect(await copied()).toBe(false);
      prison.clock.set('2026-03-03T03:01:00Z');
      administrator = await prison.loginAs('administrator');
      justice = await prison.loginAs('visiting-justice');
      const tomorrow = await prison.loginAs('deputy');
      expect((await tomorrow('GET /api/kiosks')).body.copiedKey).toBe(true);
    });

    it('whose version is too old is refused by name, and its sealed items are taken all the same', async () => {
      const kiosk = await prison.enrolKiosk();
      const as = await prison.asKiosk(kiosk);
      const old = { headers: { 'sauti-contract': '0' } };
      expect((await as('GET /api/kiosks/settings', {}, old)).problem).toBe('kiosk-too-old');
      expect((await as('GET /api/kiosks/settings')).status).toBe(200);
      const body = await kiosk.makeItem();
      expect((await prison.ask('POST /api/intake', {}, { ...old, body })).status).toBe(200);
    });

    it('is revoked at once, once, and it stands in the log', async () => {
      const kiosk = await prison.enrolKiosk();
      const as = await prison.asKiosk(kiosk);
      expect((await as('GET /api/kiosks/settings')).status).toBe(200);
      const ask = (body: object) => administrator('POST /api/kiosks/:id/revoke', { id: kiosk.id }, { body });
      expect((await ask({ reason: '' })).problem).toBe('malformed');
      const revoke = () => ask({ reason: 'The screen is broken.' });
      expect((await revoke()).body).toEqual({ done: true });
      expect((await as('GET /api/kiosks/settings')).problem).toBe('kiosk-revoked');
      expect((await revoke()).problem).toBe('not-found');
      expect((await rowOf(kiosk.id))?.revokedAt).not.toBeNull();
      expect((await recordedActions()).filter(action => action === 'revoked')).toHaveLength(1);
      const justice = await prison.loginAs('visiting-justice');
      const { irregularities } = (await justice('GET /api/irregularities')).body;
      expect(irregularities).toContainEqual(
        expect.objectContaining({ kind: 'kiosk-revoked', detail: { why: 'The screen is broken.' } }),
      );
    });
  });
});
