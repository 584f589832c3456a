import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../../server/clock.ts';
import { noteBuilds, openServer, type Server } from '../../../server/server.ts';
import type { Releases } from '../../../shared/kiosk/release-schema.ts';
import { password, type StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';
import { makeDist } from './make-dist.ts';

withDatabases(open => {
  let folder: string;
  let prison: TestServer;
  /** The server after an update: the same store, a newer program. */
  let updated: Server;
  let first: TestKiosk;
  let second: TestKiosk;
  const troubles: unknown[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sauti-releases-'));
    prison = await openTestServer(open, { dist: await makeDist(join(folder, 'a'), 'build-a') });
    first = await prison.enrolKiosk();
    second = await prison.enrolKiosk('b');
    await noteBuilds(prison.server.context);
    const config = { ...prison.server.context.config, dist: await makeDist(join(folder, 'b'), 'build-b') };
    updated = await openServer(config, { clock: prison.clock, onTrouble: error => troubles.push(error) });
  });
  afterAll(async () => {
    await updated.close();
    await prison.close();
    await rm(folder, { recursive: true, force: true });
    expect(troubles).toEqual([]);
  });

  const get = (url: string) => updated.app.inject({ url });
  const listFor = async (kiosk?: TestKiosk) =>
    (await get(`/build.json${kiosk ? `?kiosk=${kiosk.id}` : ''}`)).json<{ id: string }>().id;
  async function loginAs(username: StaffName) {
    const { cookies } = await updated.app.inject({
      method: 'POST',
      url: '/api/staff/sign-in',
      headers: { 'sauti-panel': '1' },
      payload: { username, password },
    });
    const headers = { 'sauti-panel': '1', cookie: `${cookies[0]?.name}=${cookies[0]?.value}` };
    return {
      releases: async () =>
        (await updated.app.inject({ url: '/api/kiosks/releases', headers })).json<Releases>(),
      step: async (name: string, payload: object = {}) => {
        const url = `/api/kiosks/releases/${name}`;
        const answer = await updated.app.inject({ method: 'POST', url, headers, payload });
        return answer.statusCode === 200 ? 'done' : answer.json().problem;
      },
    };
  }
  const says = async (kiosk: TestKiosk, build: string, more: object = {}) => {
    const as = await prison.asKiosk(kiosk);
    const body = {
      wall: isoOf(prison.clock.system()),
      monotonic: 1,
      boot: '00000000-0000-4000-8000-000000000000',
      sequence: 0,
      waiting: 0,
      quarantined: 0,
      build,
      persisted: true,
      ...more,
    };
    expect((await as('POST /api/kiosks/heartbeat', {}, { body })).status).toBe(200);
  };
  const steps = async () => {
    const rows = await prison.server.database.read
      .selectFrom('record')
      .select('content')
      .where('kind', '=', 'kiosk')
      .orderBy('at')
      .execute();
    return rows
      .map(row => JSON.parse(row.content).action as string)
      .filter(action => action.startsWith('build-'));
  };

  describe('a new build', () => {
    it('waits after an update: every kiosk and every browser still gets the one before', async () => {
      for (const kiosk of [first, second, undefined]) expect(await listFor(kiosk)).toBe('build-a');
      expect((await get('/')).body).toContain('build-a');
      expect((await get('/builds/build-b/index.html')).body).toContain('build-b');
      const { builds } = await (await loginAs('administrator')).releases();
      expect(builds.map(({ id, state, kept }) => [id, state, kept])).toEqual(
        expect.arrayContaining([
          ['build-b', 'waiting', true],
          ['build-a', 'released', true],
        ]),
      );
    });

    it('goes to one kiosk, and not to all before that one has run it well for a quarter of an hour', async () => {
      const administrator = await loginAs('administrator');
      expect(await administrator.step('all', { build: 'build-b' })).toBe('release-unproven');
      expect(await administrator.step('one', { build: 'build-b', kiosk: first.id })).toBe('done');
      expect(await listFor(first)).toBe('build-b');
      expect(await listFor(second)).toBe('build-a');
      const verdict = async () => (await administrator.releases()).trial?.verdict;
      await says(first, 'build-a');
      expect(await verdict()).toBe('not-yet');
      prison.clock.pass({ minutes: 1 });
      await says(first, 'build-b');
      expect(await verdict()).toBe('running');
      prison.clock.pass({ minutes: 14 });
      await says(first, 'build-b');
      expect(await administrator.step('all', { build: 'build-b' })).toBe('release-unproven');
      prison.clock.pass({ minutes: 6 });
      expect(await verdict()).toBe('silent');
      await says(first, 'build-b', { trouble: 'database-closed' });
      expect(await verdict()).toBe('troubled');
      await says(first, 'build-a', { rejected: 'build-b' });
      expect(await verdict()).toBe('failed');
      expect(await administrator.step('all', { build: 'build-b' })).toBe('release-unproven');
    });

    it('is withdrawn: the kiosk gets what all have', async () => {
      const administrator = await loginAs('administrator');
      expect(await administrator.step('withdraw')).toBe('done');
      expect(await administrator.step('withdraw')).toBe('not-found');
      expect(await listFor(first)).toBe('build-a');
      expect((await administrator.releases()).trial).toBeNull();
    });

    it('goes to all once it has run well, and back again without a trial', async () => {
      const administrator = await loginAs('administrator');
      await administrator.step('one', { build: 'build-b', kiosk: second.id });
      await says(second, 'build-b');
      prison.clock.pass({ minutes: 15 });
      await says(second, 'build-b');
      expect(await administrator.step('all', { build: 'build-b' })).toBe('done');
      expect(await administrator.step('all', { build: 'build-b' })).toBe('already-released');
      expect(await administrator.step('one', { build: 'build-b', kiosk: first.id })).toBe('already-released');
      for (const kiosk of [first, second, undefined]) expect(await listFor(kiosk)).toBe('build-b');
      expect((await get('/')).body).toContain('build-b');
      const [asset = ''] = (await get('/builds/build-a/build.json'))
        .json()
        .files.map((file: { url: string }) => (file.url.startsWith('/assets/') ? file.url : ''))
        .filter(Boolean);
      // A page of the build before that asks late still gets its own file.
      expect((await get(asset)).body).toBe('// build-a');
      expect(await administrator.step('all', { build: 'build-a' })).toBe('done');
      expect(await listFor(first)).toBe('build-a');
    });

    it('stands in the log at every step', async () => {
      const made = await steps();
      expect(made.filter(step => step === 'build-tried')).toHaveLength(2);
      expect(made.filter(step => step === 'build-withdrawn')).toHaveLength(1);
      // The first build by the server itself, and two by the administrator.
      expect(made.filter(step => step === 'build-released')).toHaveLength(3);
      expect(made).toContain('build-arrived');
    });

    it('is neither tried on a kiosk that is revoked or not there, nor released if nobody has it', async () => {
      const administrator = await loginAs('administrator');
      const gone = await prison.enrolKiosk();
      await (await prison.loginAs('administrator'))(
        'POST /api/kiosks/:id/revoke',
        { id: gone.id },
        { body: { reason: 'Stolen.' } },
      );
      expect(await administrator.step('one', { build: 'build-b', kiosk: gone.id })).toBe('not-found');
      expect(await administrator.step('one', { build: 'build-z', kiosk: first.id })).toBe('not-found');
      expect(await administrator.step('all', { build: 'build-z' })).toBe('not-found');
    });
  });

  describe('a build on the disk', () => {
    it('that is damaged is told of and left out, and the kiosks keep what they have', async () => {
      const dist = await makeDist(join(folder, 'c'), 'build-c');
      await writeFile(join(dist, 'kiosk', 'index.html'), 'half of it');
      const told: unknown[] = [];
      const server = await openServer(
        { ...prison.server.context.config, dist },
        { clock: prison.clock, onTrouble: error => told.push(String(error)) },
      );
      expect(told).toEqual([expect.stringContaining('damaged (/index.html)')]);
      expect((await server.app.inject({ url: '/build.json' })).json().id).toBe('build-a');
      await server.close();
    });

    it('never leads outside its own folder', async () => {
      for (const path of [
        '/builds/build-a/../../keys',
        '/builds/build-a/%2e%2e/%2e%2e/sauti.sqlite',
        '/..%2fkeys',
      ])
        expect((await get(path)).statusCode).toBe(404);
    });
  });
});
