import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from './make-case.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());

  const rowOf = (id: string) =>
    prison.server.database.read
      .selectFrom('submission')
      .select(['state', 'owner'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const petition = (more: object = {}) => makeCase(prison, { kind: 'mercy', problem: 'ask', ...more });
  const atHeadquarters = { state: 'headquarters', owner: 'headquarters' };

  describe('a petition', () => {
    it('is sent on by the officer in charge with his comment, and then no longer his', async () => {
      const { id, number } = await petition();
      const charge = await prison.loginAs('officer-in-charge');
      const page = await charge('GET /api/cases/:number', { number });
      expect(page.body.actions).toEqual(expect.arrayContaining(['forward', 'note']));
      expect(page.body.actions).not.toContain('answer');
      const body = { version: 0, note: 'His conduct is good.' };
      expect((await charge('POST /api/cases/:number/forward', { number }, { body })).status).toBe(200);
      expect(await rowOf(id)).toEqual(atHeadquarters);
      expect((await charge('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      const { history } = (await (await prison.loginAs('commissioner'))('GET /api/cases/:number', { number }))
        .body;
      expect(history.at(-1)).toMatchObject({ action: 'forward', detail: { note: 'His conduct is good.' } });
    });

    it('goes by itself when his hours are over, read or not, and its history says so', async () => {
      const here = [await petition(), await petition({ state: 'reading', text: 'Please.' })];
      prison.clock.pass({ hours: 47 });
      await prison.settle();
      for (const { id } of here) expect(await rowOf(id)).not.toEqual(atHeadquarters);
      prison.clock.pass({ hours: 2 });
      await prison.settle();
      for (const { id } of here) expect(await rowOf(id)).toEqual(atHeadquarters);
      const { number = 0 } = here[1] ?? {};
      const { history } = (await (await prison.loginAs('commissioner'))('GET /api/cases/:number', { number }))
        .body;
      expect(history.at(-1)).toMatchObject({ action: 'forward', by: 'system', detail: { comment: false } });
    });

    it('does not go while the server’s time is not confirmed', async () => {
      const { id } = await petition();
      prison.server.context.clock.distrust('far-ahead', prison.clock.now());
      prison.clock.pass({ hours: 72 });
      await prison.settle();
      expect((await rowOf(id)).state).toBe('triage');
      prison.server.context.clock.trust();
      prison.clock.pass({ minutes: 2 });
      await prison.settle();
      expect(await rowOf(id)).toEqual(atHeadquarters);
    });
  });
});
