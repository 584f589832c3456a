import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());
  const kioskIn = async (wing: 'a' | 'b') => prison.asKiosk(await prison.enrolKiosk(wing));
  const tryAt = (ask: Awaited<ReturnType<typeof kioskIn>>, number: string, pin: string) =>
    ask('POST /api/prisoners/sign-in', {}, { body: { number, pin } });

  describe('signing in', () => {
    it('tells a wrong number and a wrong PIN apart in nothing', async () => {
      const ask = await kioskIn('a');
      const wrongPin = await tryAt(ask, numbers.barasa, '000000');
      const wrongNumber = await tryAt(ask, '9999/99', '000000');
      expect([wrongPin.status, wrongPin.raw.body]).toEqual([wrongNumber.status, wrongNumber.raw.body]);
      expect(wrongPin.problem).toBe('sign-in-wrong');
    });

    it('slows guessing at one number down wherever it is tried, and its owner is in again after minutes', async () => {
      for (let tries = 0; tries < 12; tries += 1) {
        const answer = await tryAt(await kioskIn('b'), numbers.otieno, String(100000 + tries));
        if (answer.problem === 'slow-down')
          prison.clock.pass({ seconds: Number(answer.raw.headers['retry-after']) });
      }
      const owner = await kioskIn('a');
      const early = await tryAt(owner, numbers.otieno, pins.otieno);
      const wait = early.problem === 'slow-down' ? Number(early.raw.headers['retry-after']) : 0;
      expect(wait).toBeLessThanOrEqual(300);
      prison.clock.pass({ seconds: wait });
      expect((await tryAt(owner, numbers.otieno, pins.otieno)).status).toBe(200);
    });

    it('makes a kiosk at which many fail wait half a minute at most, and other kiosks not at all', async () => {
      const ask = await kioskIn('a');
      let longest = 0;
      for (let tries = 0; tries < 15; tries += 1) {
        const answer = await tryAt(ask, `${500 + tries}/26`, '123123');
        if (answer.problem !== 'slow-down') continue;
        longest = Math.max(longest, Number(answer.raw.headers['retry-after']));
        prison.clock.pass({ seconds: Number(answer.raw.headers['retry-after']) });
      }
      expect(longest).toBeGreaterThan(0);
      expect(longest).toBeLessThanOrEqual(30);
      expect((await tryAt(await kioskIn('b'), numbers.wanjiru, pins.wanjiru)).status).toBe(200);
    });

    it('lets no burst through: of sixty-one at once three are looked at, and the right one last is not', async () => {
      prison.clock.pass({ seconds: 300 });
      const asks = await Promise.all(Array.from({ length: 4 }, () => kioskIn('a')));
      const tries = Array.from({ length: 61 }, (_, index) => {
        const ask = asks[index % 4] as (typeof asks)[number];
        return tryAt(ask, numbers.wanjiru, index === 60 ? pins.wanjiru : String(200000 + index));
      });
      const problems = (await Promise.all(tries)).map(answer => answer.problem);
      expect(problems.filter(problem => problem === 'sign-in-wrong')).toHaveLength(3);
      expect(problems.filter(problem => problem === 'slow-down')).toHaveLength(58);
      prison.clock.pass({ seconds: 300 });
      expect((await tryAt(await kioskIn('a'), numbers.wanjiru, pins.wanjiru)).status).toBe(200);
    });

    it('counts nothing of right PINs, however many come at once', async () => {
      const ask = await kioskIn('a');
      const right = () => tryAt(ask, numbers.wanjiru, pins.wanjiru);
      for (let round = 0; round < 5; round += 1) expect((await right()).status).toBe(200);
      await tryAt(ask, '777/26', '123123');
      expect((await Promise.all([right(), right()])).map(({ status }) => status)).toEqual([200, 200]);
      const counts = prison.server.database.read.selectFrom('throttle').selectAll();
      expect(await counts.where('key', 'like', '%102/26').execute()).toEqual([]);
    });

    it('does not let one’s own right PIN clear what was tried on others at that kiosk', async () => {
      const ask = await kioskIn('a');
      const answers: (string | null)[] = [];
      for (let victim = 0; victim < 4; victim += 1) {
        for (const pin of ['123456', '111111'])
          answers.push((await tryAt(ask, `${900 + victim}/26`, pin)).problem);
        answers.push((await tryAt(ask, numbers.wanjiru, pins.wanjiru)).problem);
      }
      expect(answers.slice(0, 4)).toEqual(['sign-in-wrong', 'sign-in-wrong', null, 'sign-in-wrong']);
      expect(new Set(answers.slice(4))).toEqual(new Set(['slow-down']));
      // An hour later the kiosk has forgotten.
      prison.clock.pass({ hours: 1 });
      const later = await kioskIn('a');
      expect((await tryAt(later, numbers.wanjiru, pins.wanjiru)).status).toBe(200);
    });

    it('says where he was last, and "not me" is kept once', async () => {
      const ask = await kioskIn('b');
      await tryAt(ask, numbers.barasa, pins.barasa);
      prison.clock.pass({ minutes: 12 });
      const again = await tryAt(ask, numbers.barasa, pins.barasa);
      expect(again.body.last).toMatchObject({ wing: 'B' });
      const kiosk = await prison.enrolKiosk();
      const { ask: asBarasa } = await prison.signInAs(kiosk, 'barasa');
      const signIn = String(again.body.last?.id);
      expect((await asBarasa('POST /api/prisoners/not-me', {}, { body: { signIn } })).status).toBe(200);
      expect((await asBarasa('POST /api/prisoners/not-me', {}, { body: { signIn } })).problem).toBe(
        'not-found',
      );
    });

    it('never answers with a name', async () => {
      const answer = await tryAt(await kioskIn('a'), numbers.wanjiru, pins.wanjiru);
      expect(answer.raw.body.toLowerCase()).not.toContain('wanjiru');
    });
  });

  describe('a session', () => {
    it('belongs to its kiosk, ends at sign-out and is over after half an hour', async () => {
      const kiosk = await prison.enrolKiosk();
      const session = await prison.signInAs(kiosk, 'otieno');
      expect((await session.ask('GET /api/submissions')).status).toBe(200);
      const elsewhere = await kioskIn('b');
      const stolen = await elsewhere(
        'GET /api/submissions',
        {},
        { headers: { 'sauti-prisoner': session.token } },
      );
      expect(stolen.problem).toBe('session-needed');
      await session.ask('POST /api/prisoners/sign-out');
      expect((await session.ask('GET /api/submissions')).problem).toBe('session-needed');
      const second = await prison.signInAs(kiosk, 'otieno');
      prison.clock.pass({ minutes: 31 });
      expect((await second.ask('GET /api/submissions')).problem).toBe('kiosk-session-needed');
    });
  });
});
