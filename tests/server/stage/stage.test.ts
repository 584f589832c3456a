import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let own: Asking;
  let id = '';
  beforeAll(async () => {
    prison = await openTestServer(open);
    office = await prison.loginAs('documentation-office');
    own = (await prison.signInAs(await prison.enrolKiosk(), 'wanjiru')).ask;
    id = prison.cast.prisoners.wanjiru;
  });
  afterAll(() => prison.close());
  const add = (kind: string, content: object, reason = 'Stage book 3') =>
    office('POST /api/prisoners/:id/stage/lines', { id }, { body: { kind, reason, content } });
  const stage = (name: string, on: string) => ({ stage: name, on, decidedBy: 'The stage board' });

  describe('a stage record', () => {
    it('shows a prisoner his stage, how he came there, and the review', async () => {
      expect((await own('GET /api/stage')).body.stage).toBeNull();
      await add('stage', stage('first', '2025-03-01'), 'On admission');
      await add('stage', stage('second', '2025-09-01'), 'Good conduct and industry');
      await add('review', { on: '2026-03-15' });
      expect((await own('GET /api/stage')).body).toMatchObject({
        stage: 'second',
        since: '2025-09-01',
        review: '2026-03-15',
        next: { stage: 'third', months: null, confirmed: false },
      });
    });

    it('undoes a decision by a line with a reason, and keeps both to be read', async () => {
      const page = async () => (await office('GET /api/prisoners/:id/stage', { id })).body;
      const second = (await page()).lines.find(line => line.content.stage === 'second');
      const body = { entry: second?.id ?? '', reason: 'Another prisoner’s line' };
      expect((await office('POST /api/prisoners/:id/stage/reversals', { id }, { body })).status).toBe(200);
      const { view, lines } = await page();
      expect(view.stage).toBe('first');
      expect(lines).toHaveLength(4);
      expect(lines.find(line => line.id === second?.id)?.reversed).toBe(true);
    });

    it.each([
      ['a decision of tomorrow', 'stage', stage('second', '2026-03-03'), 'value-wrong'],
      ['a day that no calendar has', 'review', { on: '2026-02-30' }, 'value-wrong'],
      ['a stage that there is not', 'stage', stage('fifth', '2026-03-01'), 'unknown-field'],
      [
        'an end before its beginning',
        'privilege-lost',
        { what: 'canteen', from: '2026-03-02', to: '2026-03-01', orderedBy: 'The officer', order: 'PB 1' },
        'value-wrong',
      ],
    ])('refuses %s', async (_, kind, content, problem) => {
      expect((await add(kind, content)).problem).toBe(problem);
    });

    it('is not written by anybody but the office, nor changed by anybody', async () => {
      const head = await prison.loginAs('officer-in-charge');
      expect((await head('GET /api/prisoners/:id/stage', { id })).body.mayWrite).toBe(false);
      const body = { kind: 'review', reason: 'x', content: { on: '2026-09-01' } };
      expect((await head('POST /api/prisoners/:id/stage/lines', { id }, { body })).problem).toBe(
        'not-your-role',
      );
      const { write } = prison.server.database;
      await expect(write.updateTable('stage_entry').set({ reason: 'other' }).execute()).rejects.toThrow();
    });
  });
});
