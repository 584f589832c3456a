import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
    const { database } = prison.server;
    await database.write
      .updateTable('staff')
      .set({ unit: 'infirmary' })
      .where('id', '=', prison.cast.staff['unit-officer'])
      .execute();
  });
  afterAll(() => prison.close());

  const send = async (content: object) => {
    const kiosk = await prison.enrolKiosk();
    const { pass, ask } = await prison.signInAs(kiosk, 'otieno');
    const item = await kiosk.makeItem(content, { version: 1, kind: 'pass', pass });
    await prison.post(item);
    await prison.settle();
    const { id } = item.statement;
    const row = () =>
      prison.server.database.read
        .selectFrom('submission')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
    return { id, row, ask, number: Number((await row()).number) };
  };
  const asked = { kind: 'doctor', problem: 'ask', when: null, many: null } as const;
  const openedBy = async (role: Parameters<TestServer['loginAs']>[0], number: number) =>
    (await (await prison.loginAs(role))('GET /api/cases/:number', { number })).problem ?? 'opened';

  describe('what concerns somebody’s health', () => {
    it('is the infirmary’s at once, with his name, and no one else’s in the prison', async () => {
      const { row, number } = await send(asked);
      expect(await row()).toMatchObject({ owner: 'medical', unit: 'infirmary', when_it_was: '', many: '' });
      expect(await openedBy('unit-officer', number)).toBe('opened');
      for (const role of ['officer-in-charge', 'deputy', 'first-reader'] as const)
        expect(await openedBy(role, number)).toBe('not-yours-to-see');
      const page = await (await prison.loginAs('unit-officer'))('GET /api/cases/:number', { number });
      expect(page.body).toMatchObject({ when: null, many: null, questions: [], personNeeded: true });
      expect(page.body.prisoner?.number).toBeTruthy();
    });

    it('with words is read first, and then lost from sight; not settled it passes the officer in charge by', async () => {
      const { id, row, ask, number } = await send({ ...asked, text: 'My chest hurts at night.' });
      const reader = await prison.loginAs('first-reader');
      const passed = { version: 0, named: [], namedOther: [] };
      await reader('POST /api/cases/:number/pass', { number }, { body: passed });
      expect(await row()).toMatchObject({ state: 'routed', owner: 'medical', unit: 'infirmary' });
      expect(await openedBy('first-reader', number)).toBe('not-yours-to-see');
      const infirmary = await prison.loginAs('unit-officer');
      const reply = { outcome: 'done', on: '2026-03-02', next: null, text: 'Seen.' } as const;
      await infirmary('POST /api/cases/:number/answer', { number }, { body: { version: 1, ...reply } });
      prison.clock.pass({ seconds: 11 });
      await prison.settle();
      await ask('POST /api/submissions/:id/opened', { id });
      await ask('POST /api/submissions/:id/settle', { id }, { body: { settled: false } });
      expect(await row()).toMatchObject({ state: 'headquarters', owner: 'headquarters', reopened: 1 });
    });
  });
});
