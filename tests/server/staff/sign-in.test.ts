import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OperationName, operations } from '../../../shared/api.ts';
import { password } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  const forgetTries = () => prison.server.database.write.deleteFrom('throttle').execute();
  afterEach(forgetTries);
  afterAll(() => prison.close());
  const signIn = (username: string, typed = password) =>
    prison.ask('POST /api/staff/sign-in', {}, { body: { username, password: typed } });
  const setState = (username: string, state: 'active' | 'proposed' | 'ended') =>
    prison.server.database.write
      .updateTable('staff')
      .set({ state })
      .where('username', '=', username)
      .execute();
  const setMustChange = (username: string, must_change: 0 | 1) =>
    prison.server.database.write
      .updateTable('staff')
      .set({ must_change })
      .where('username', '=', username)
      .execute();

  describe('signing in to the panel', () => {
    it('says who one is and sets a cookie that scripts and other sites cannot use', async () => {
      const { body, raw } = await signIn('unit-officer');
      expect(body).toEqual({
        id: prison.cast.staff['unit-officer'],
        name: 'The unit-officer',
        username: 'unit-officer',
        role: 'unit-officer',
        unit: 'kitchen',
        prison: { id: prison.cast.prisonId, name: 'Test Prison', demonstration: false },
        zone: 'Africa/Nairobi',
        wing: null,
        wings: [
          { id: prison.cast.wings.a, name: 'A' },
          { id: prison.cast.wings.b, name: 'B' },
        ],
        standIn: null,
        digestUnread: false,
        timeConfirmed: true,
        mustChangePassword: false,
      });
      expect(raw.cookies).toMatchObject([
        { name: 'sauti_staff', httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 36_000 },
        { name: 'sauti_browser' },
      ]);
      expect(raw.cookies[0]?.value).toMatch(/^[\w-]{43}$/);
      expect(
        JSON.stringify(await prison.server.database.read.selectFrom('staff_session').selectAll().execute()),
      ).not.toContain(raw.cookies[0]?.value);
    });

    it('takes a name in capitals, too', async () => {
      expect((await signIn(' Deputy ')).status).toBe(200);
    });

    it('tells a wrong password, an unknown name and accounts that are not let in apart in nothing', async () => {
      const wrong = await signIn('translator', 'not-the-password');
      expect(wrong.problem).toBe('staff-sign-in-wrong');
      expect((await signIn('nobody-at-all')).raw.body).toBe(wrong.raw.body);
      for (const state of ['proposed', 'ended'] as const) {
        await setState('editor', state);
        await forgetTries();
        expect((await signIn('editor')).raw.body).toBe(wrong.raw.body);
      }
      await setState('editor', 'active');
    });

    it('slows guessing down per name and address, and lets nobody be shut out for good', async () => {
      let longest = 0;
      for (let index = 0; index < 14; index += 1) {
        const { problem, raw } = await signIn('oversight', 'guess');
        if (problem === 'slow-down') {
          const wait = Number(raw.headers['retry-after']);
          longest = Math.max(longest, wait);
          // The right one is not even looked at meanwhile.
          expect((await signIn('oversight')).problem).toBe('slow-down');
          prison.clock.pass({ seconds: wait });
        } else expect(problem).toBe('staff-sign-in-wrong');
      }
      expect(longest).toBe(160);
      prison.clock.pass({ seconds: 300 });
      expect((await signIn('oversight')).status).toBe(200);
      expect((await signIn('oversight', 'guess')).problem).toBe('staff-sign-in-wrong');
    });

    it('shuts nobody else at the address out, and not even him in a browser that knows him', async () => {
      const browser = (await signIn('deputy')).raw.cookies.find(({ name }) => name === 'sauti_browser');
      expect(browser).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/staff' });
      const known = (username: string, typed = password) =>
        prison.ask(
          'POST /api/staff/sign-in',
          {},
          {
            body: { username, password: typed },
            headers: { cookie: `sauti_browser=${browser?.value}` },
          },
        );
      for (let index = 0; index < 20; index += 1) await signIn('deputy', 'guess');
      expect((await signIn('deputy')).problem).toBe('slow-down');
      expect((await signIn('interpreter')).status).toBe(200);
      expect((await known('deputy')).status).toBe(200);
      // The mark is one person's, and buys no more tries than others have.
      for (let index = 0; index < 20; index += 1) await signIn('editor', 'guess');
      expect((await known('editor')).problem).toBe('slow-down');
      const tried = [];
      for (let index = 0; index < 5; index += 1) tried.push((await known('deputy', 'guess')).problem);
      expect(tried).toEqual([...Array(3).fill('staff-sign-in-wrong'), 'slow-down', 'slow-down']);
    });

    it('lets no burst of guesses through, also from many addresses', async () => {
      const inject = (index: number) =>
        prison.server.app.inject({
          method: 'POST',
          url: '/api/staff/sign-in',
          remoteAddress: `10.0.0.${index % 7}`,
          payload: { username: 'oversight', password: index === 60 ? password : `guess-${index}` },
        });
      const answers = await Promise.all(Array.from({ length: 61 }, (_, index) => inject(index)));
      const statuses = answers.map(({ statusCode }) => statusCode);
      expect(statuses.filter(status => status === 401)).toHaveLength(3);
      expect(statuses.filter(status => status === 429)).toHaveLength(58);
      prison.clock.pass({ seconds: 5 });
      expect((await inject(60)).statusCode).toBe(200);
    });
  });

  describe('a session', () => {
    it('ends at sign-out, at once', async () => {
      const as = await prison.loginAs('translator');
      const out = await as('POST /api/staff/sign-out');
      expect(out.body).toEqual({ done: true });
      expect(out.raw.cookies[0]).toMatchObject({ name: 'sauti_staff', value: '' });
      expect((await as('GET /api/staff/me')).problem).toBe('staff-session-needed');
    });

    it('is over after ten hours', async () => {
      const as = await prison.loginAs('translator');
      prison.clock.pass({ hours: 9, minutes: 59 });
      expect((await as('GET /api/staff/me')).status).toBe(200);
      prison.clock.pass({ minutes: 1 });
      expect((await as('GET /api/staff/me')).problem).toBe('staff-session-needed');
    });

    it('ends with the account', async () => {
      const as = await prison.loginAs('editor');
      await setState('editor', 'ended');
      expect((await as('GET /api/staff/me')).problem).toBe('staff-session-needed');
      await setState('editor', 'active');
    });

    it('is not taken from a page of another site, nor without the panel’s own header', async () => {
      const { raw } = await signIn('officer-in-charge');
      const cookie = `${raw.cookies[0]?.name}=${raw.cookies[0]?.value}`;
      for (const name of Object.keys(operations) as OperationName[]) {
        if (operations[name].reach.who !== 'staff' || name.startsWith('GET')) continue;
        const params = { id: prison.cast.prisonId, number: 1 };
        const bare = await prison.ask(name, params, { headers: { cookie } });
        expect([name, bare.problem]).toEqual([name, 'wrong-origin']);
        const foreign = { cookie, 'sauti-panel': '1', origin: 'https://elsewhere.example' };
        const other = await prison.ask(name, params, { headers: foreign });
        expect([name, other.problem]).toEqual([name, 'wrong-origin']);
      }
    });
  });

  describe('a password', () => {
    const change = (as: Awaited<ReturnType<typeof prison.loginAs>>, current: string, next: string) =>
      as('POST /api/staff/password', {}, { body: { current, next } });

    it('is changed with the old one; every other session of that person ends', async () => {
      const [here, there] = [await prison.loginAs('prison-visitor'), await prison.loginAs('prison-visitor')];
      expect((await change(here, 'wrong', 'another-long-password')).problem).toBe('staff-sign-in-wrong');
      expect((await change(here, password, 'short')).problem).toBe('malformed');
      expect((await change(here, password, 'another-long-password')).body).toEqual({ done: true });
      expect((await here('GET /api/staff/me')).status).toBe(200);
      expect((await there('GET /api/staff/me')).problem).toBe('staff-session-needed');
      expect((await signIn('prison-visitor')).problem).toBe('staff-sign-in-wrong');
      expect((await signIn('prison-visitor', 'another-long-password')).status).toBe(200);
    });

    it('that is a first one must be changed before anything else', async () => {
      await setMustChange('officer-in-charge', 1);
      const as = await prison.loginAs('officer-in-charge');
      const allowed: OperationName[] = [
        'GET /api/staff/me',
        'POST /api/staff/password',
        'POST /api/staff/sign-out',
      ];
      for (const name of Object.keys(operations) as OperationName[]) {
        if (operations[name].reach.who !== 'staff' || allowed.includes(name)) continue;
        const { problem } = await as(name, { id: prison.cast.prisonId, number: 1 });
        expect([name, problem]).toEqual([name, 'password-change-needed']);
      }
      expect((await as('GET /api/staff/me')).body.mustChangePassword).toBe(true);
      expect((await change(as, password, password)).problem).toBe('malformed');
      expect((await change(as, password, 'my-own-long-password')).status).toBe(200);
      expect((await as('GET /api/staff/me')).body.mustChangePassword).toBe(false);
      expect((await as('GET /api/cases')).status).toBe(200);
      expect((await as('POST /api/staff/sign-out')).status).toBe(200);
    });
  });
});
