import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { addSecondCommissioner, decideNationally } from '../../helpers/headquarters.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let id = '';
  beforeAll(async () => {
    prison = await openTestServer(open);
    await addSecondCommissioner(prison);
    office = await prison.loginAs('documentation-office');
    id = prison.cast.prisoners.wanjiru;
  });
  afterAll(() => prison.close());
  const add = async (noun: 'sentence' | 'stage' | 'earnings', body: object) => {
    const { status, body: made } = await office(`POST /api/prisoners/:id/${noun}/lines`, { id }, { body });
    expect(status).toBe(200);
    return made.id;
  };
  const undo = (noun: 'sentence' | 'stage' | 'earnings', entry: string) => {
    const body = { entry, reason: 'Another prisoner’s line' };
    return office(`POST /api/prisoners/:id/${noun}/reversals`, { id }, { body });
  };
  const work = (day: string) =>
    office('POST /api/earnings/day', {}, { body: { day, lines: [{ prisoner: id, grade: 'a' }] } });
  /** Everything that he reads of himself at a kiosk now. */
  const shown = async () => {
    const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'wanjiru');
    return {
      sentence: (await ask('POST /api/sentence/open')).body,
      stage: (await ask('GET /api/stage')).body,
      earnings: (await ask('GET /api/earnings')).body,
    };
  };
  /** The same out of the panel, as it stood at the end of a day. */
  const stood = async (on: string) => ({
    sentence: (await office('GET /api/prisoners/:id/sentence', { id, on })).body.view,
    stage: (await office('GET /api/prisoners/:id/stage', { id, on })).body.view,
    earnings: (await office('GET /api/prisoners/:id/earnings', { id, on })).body.view,
  });

  describe('what a prisoner was shown on a date', () => {
    it('is shown again, whatever was entered, undone and decided since', async () => {
      const validFrom = '2026-01-01';
      await decideNationally(prison, [{ key: 'privileges-first', value: ['letters:1:month'], validFrom }]);
      const term = { years: 3, months: 0, days: 0, kind: 'definite', consecutiveTo: null, custodyDays: 0 };
      const content = { date: '2025-02-01', ...term, fineCents: 0, court: 'Kitale' };
      const sentence = await add('sentence', { kind: 'sentence', reason: 'Warrant', content });
      const board = (stage: string, on: string) => ({ stage, on, decidedBy: 'The stage board' });
      await add('stage', { kind: 'stage', reason: 'Book', content: board('first', '2025-02-01') });
      const second = await add('stage', {
        kind: 'stage',
        reason: 'Book',
        content: board('second', '2025-09-01'),
      });
      await work('2026-02-26');
      await work('2026-02-27');
      const before = await shown();
      // Two days of grade A at 20 cents; two thirds of 40, rounded down.
      expect(before.earnings.balance).toEqual({ credited: 40, spendable: 26, saved: 14 });
      expect(before.stage.stage).toBe('second');

      prison.clock.pass({ hours: 72 });
      await decideNationally(prison, [
        { key: 'privileges-first', value: ['letters:4:month', 'radio'], validFrom },
        { key: 'earnings-rate-a', value: 55, validFrom },
        { key: 'earnings-spendable', value: '1/2', validFrom },
      ]);
      office = await prison.loginAs('documentation-office');
      await undo('stage', second);
      await undo('sentence', sentence);
      await add('earnings', { kind: 'canteen', cents: 10, on: '2026-02-27', reason: 'Book 2' });
      const after = await shown();
      expect(after.stage.stage).toBe('first');
      expect(after.earnings.balance).toEqual({ credited: 40, spendable: 10, saved: 20 });
      expect(after.sentence.computed.ok).toBe(false);

      expect(await stood('2026-03-02')).toEqual(before);
      expect(await stood('2026-03-05')).toEqual(after);
    });

    it('stands beside the value of the rulebook that counts for that day now', async () => {
      const said = async (day: string) =>
        (await office('GET /api/rulebook', { day })).body.values.find(({ key }) => key === 'earnings-rate-a');
      expect(await said('2026-03-02')).toMatchObject({ value: 55, said: { value: 20, confirmed: true } });
      expect(await said('2026-03-05')).toMatchObject({ value: 55, said: null });
    });

    it('is read only, and asked of no day that has not come or that there is not', async () => {
      const ask = (on: string) => office('GET /api/prisoners/:id/stage', { id, on });
      expect((await ask('2026-03-02')).body.mayWrite).toBe(false);
      expect((await ask('2026-03-05')).body.mayWrite).toBe(true);
      expect((await ask('2026-03-06')).problem).toBe('value-wrong');
      expect((await ask('2026-02-30')).problem).toBe('value-wrong');
    });
  });
});
