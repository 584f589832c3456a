import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase, makeCases } from '../cases/make-case.ts';

const today = '2026-03-02';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let head: Asking;
  let kitchen: Asking;
  let reader: Asking;
  let commissioner: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    [head, kitchen, reader, commissioner] = [
      await prison.loginAs('officer-in-charge'),
      await prison.loginAs('unit-officer'),
      await prison.loginAs('first-reader'),
      await prison.loginAs('commissioner'),
    ];
  });
  afterAll(() => prison.close());

  const enter = (as: Asking, change: object = {}) =>
    as(
      'POST /api/absences',
      {},
      {
        body: {
          prison: prison.cast.prisonId,
          deputy: prison.cast.staff['unit-officer'],
          fromOn: today,
          untilOn: '2026-03-04',
          reason: 'Leave',
          ...change,
        },
      },
    );
  const current = async () => {
    const { body } = await head('GET /api/absences');
    return body.prisons[0]?.absences.find(({ state }) => state !== 'over');
  };
  const opens = async (as: Asking, number: number) =>
    (await as('GET /api/cases/:number', { number })).status === 200;
  const risen = async (id: string) =>
    (
      await prison.server.database.read
        .selectFrom('submission')
        .select('risen')
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
    ).risen;

  describe('an absence', () => {
    it.each([
      ['before today', { fromOn: '2026-03-01' }, 'out-of-bounds'],
      ['that ends before it begins', { untilOn: '2026-03-01' }, 'out-of-bounds'],
      ['of more than sixty days', { untilOn: '2026-05-01' }, 'out-of-bounds'],
      ['of a prison that is none', { prison: '00000000-0000-4000-8000-000000000000' }, 'not-found'],
    ])('%s is refused', async (_, change, problem) => {
      expect((await enter(head, change)).problem).toBe(problem);
    });

    it('is stood in for by whoever answers in the prison, and by no first reader', async () => {
      for (const name of ['first-reader', 'documentation-office', 'commissioner'] as const)
        expect((await enter(head, { deputy: prison.cast.staff[name] })).problem).toBe('not-found');
    });

    it('is entered by one person, once for each day, and stands in the log', async () => {
      expect((await enter(head)).status).toBe(200);
      expect((await enter(commissioner, { fromOn: '2026-03-04', untilOn: '2026-03-09' })).problem).toBe(
        'absence-overlaps',
      );
      expect(await current()).toMatchObject({
        deputy: 'The unit-officer',
        state: 'now',
        enteredBy: 'The officer-in-charge',
      });
      const { content } = await prison.server.database.read
        .selectFrom('record')
        .select('content')
        .where('kind', '=', 'absence')
        .executeTakeFirstOrThrow();
      expect(JSON.parse(content)).toMatchObject({ action: 'entered', fromOn: today, untilOn: '2026-03-04' });
      const { write } = prison.server.database;
      await expect(write.deleteFrom('absence').execute()).rejects.toThrow();
      await expect(write.updateTable('absence').set({ until_on: '2026-12-01' }).execute()).rejects.toThrow();
    });
  });

  describe('whoever stands in', () => {
    it('has the inbox of the officer in charge, and is told until when', async () => {
      const { number } = await makeCase(prison);
      expect(await opens(kitchen, number)).toBe(true);
      const me = (await kitchen('GET /api/staff/me')).body;
      expect(me).toMatchObject({ role: 'deputy', standIn: { id: me.id, until: '2026-03-04' } });
      const change = { body: { version: 0, unit: 'stores', personNeeded: false, note: null } };
      expect((await kitchen('POST /api/cases/:number/route', { number }, change)).status).toBe(200);
    });

    it('is shut out where he is named, with everyone under him; headquarters has it at once', async () => {
      const named = [prison.cast.staff['unit-officer']];
      const [waits, read] = await makeCases(prison, [{ named }, { named, state: 'reading' }]);
      if (!waits || !read) throw new Error('no case was made');
      expect(await opens(kitchen, waits.number)).toBe(false);
      expect(await opens(reader, read.number)).toBe(false);
      // The day's rising is over when he is entered: it is asked again for another head.
      const { id = '' } = (await current()) ?? {};
      expect((await head('POST /api/absences/:id/end', { id })).status).toBe(200);
      expect(await opens(reader, read.number)).toBe(true);
      await prison.settle();
      expect([await risen(waits.id), await risen(read.id)]).toEqual([0, 0]);
      expect((await enter(commissioner)).status).toBe(200);
      await prison.settle();
      expect([await risen(waits.id), await risen(read.id)]).toEqual([2, 2]);
      expect(await opens(commissioner, waits.number)).toBe(true);
      const { history } = (await commissioner('GET /api/cases/:number', { number: waits.number })).body;
      expect(history.at(-1)).toMatchObject({
        action: 'rise',
        detail: { to: 'headquarters', why: 'stand-in' },
      });
      // Nothing is late by it: its writer is told of no answer that did not come.
      const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'otieno');
      const own = (await ask('GET /api/submissions')).body.submissions.find(
        ({ code }) => code === waits.code,
      );
      expect(own?.risen).toEqual([]);
    });

    it('whom a first reader names then is the head: it goes to headquarters', async () => {
      const { number } = await makeCase(prison, { state: 'reading' });
      const body = { version: 0, named: [prison.cast.staff['unit-officer']], namedOther: [] };
      expect((await reader('POST /api/cases/:number/pass', { number }, { body })).problem).toBeNull();
      expect((await commissioner('GET /api/cases/:number', { number })).body.owner).toBe('headquarters');
    });

    it('is not the one to whom his own unit’s late cases rise: headquarters sees them on that day', async () => {
      const late = { state: 'routed', due_on: '2026-03-02' } as const;
      const [kitchens, stores] = await makeCases(prison, [
        { ...late, unit: 'kitchen' },
        { ...late, unit: 'stores' },
      ]);
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      expect([await risen(kitchens?.id ?? ''), await risen(stores?.id ?? '')]).toEqual([2, 1]);
    });

    it('has it on these days and not after', async () => {
      const { number } = await makeCase(prison);
      prison.clock.set('2026-03-04T20:00:00Z');
      expect(await opens(await prison.loginAs('unit-officer'), number)).toBe(true);
      // Midnight in Nairobi.
      prison.clock.set('2026-03-04T21:00:00Z');
      const after = await prison.loginAs('unit-officer');
      expect(await opens(after, number)).toBe(false);
      expect((await after('GET /api/staff/me')).body).toMatchObject({ role: 'unit-officer', standIn: null });
    });
  });
});
