import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundPrison } from '../../../server/queries/found-prison.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { type MadeCase, makeCase } from './make-case.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;
const other = { id: '22222222-2222-4222-8222-222222222222', name: 'Other Prison' };

withDatabases(open => {
  let prison: TestServer;
  let commissioner: As;
  let here: MadeCase;
  let there: MadeCase;
  beforeAll(async () => {
    prison = await openTestServer(open);
    const founded = {
      ...other,
      zone: 'Africa/Nairobi',
      demonstration: false,
      at: '2026-03-01T06:00:00.000Z',
    };
    const wings = [{ id: '33333333-3333-4333-8333-333333333333', name: 'C' }];
    await prison.server.database.transaction(tx => foundPrison(tx, { ...founded, wings }));
    here = await makeCase(prison, { state: 'headquarters', problem: 'dirty' });
    there = await makeCase(prison, { state: 'headquarters', prison_id: other.id });
    commissioner = await prison.loginAs('commissioner');
  });
  afterAll(() => prison.close());

  describe('two prisons with a case of one number at headquarters', () => {
    it('are told apart in the list by their names', async () => {
      expect(there.number).toBe(here.number);
      const { body } = await commissioner('GET /api/cases');
      const found = body.cases.map(row => [row.number, row.prison]);
      expect(found).toHaveLength(2);
      expect(found).toContainEqual([here.number, { id: prison.cast.prisonId, name: 'Test Prison' }]);
      expect(found).toContainEqual([here.number, other]);
    });

    it('open each by its prison, and neither is guessed without one', async () => {
      const { number } = here;
      expect((await commissioner('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      const { body } = await commissioner('GET /api/cases/:number', { number, prison: other.id });
      expect([body.problem, body.prison]).toEqual(['too-little', other]);
      const ours = { number, prison: prison.cast.prisonId };
      expect((await commissioner('GET /api/cases/:number', ours)).body.problem).toBe('dirty');
    });

    it('are changed each by its prison', async () => {
      const body = { version: 0, note: 'Seen at headquarters.' };
      const note = (prisonId?: string) =>
        commissioner(
          'POST /api/cases/:number/note',
          { number: here.number, ...(prisonId ? { prison: prisonId } : {}) },
          { body },
        );
      expect((await note()).problem).toBe('not-yours-to-see');
      expect((await note(other.id)).status).toBe(200);
      const versions = await prison.server.database.read
        .selectFrom('submission')
        .select(['id', 'version'])
        .execute();
      expect(new Map(versions.map(row => [row.id, row.version]))).toEqual(
        new Map([
          [here.id, 0],
          [there.id, 1],
        ]),
      );
    });
  });

  describe('an officer of one prison', () => {
    it('reads no prison’s name in his list, and gets nothing of another by naming it', async () => {
      const { number } = await makeCase(prison, {});
      const charge = await prison.loginAs('officer-in-charge');
      const { body } = await charge('GET /api/cases');
      expect(body.cases.map(row => [row.number, row.prison])).toEqual([[number, null]]);
      expect((await charge('GET /api/cases/:number', { number })).body.prison).toBeNull();
      const elsewhere = await charge('GET /api/cases/:number', { number, prison: other.id });
      expect(elsewhere.problem).toBe('not-yours-to-see');
    });
  });
});
