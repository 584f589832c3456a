import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { spacedCode } from '../../../shared/submission/code.ts';
import { numbers } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from './make-case.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

withDatabases(open => {
  let prison: TestServer;
  let charge: As;
  let kitchen: As;
  let justice: As;
  beforeAll(async () => {
    prison = await openTestServer(open);
    charge = await prison.loginAs('officer-in-charge');
    kitchen = await prison.loginAs('unit-officer');
    justice = await prison.loginAs('visiting-justice');
  });
  afterEach(async () => {
    await prison.server.database.write.updateTable('submission').set({ listed_at: null }).execute();
  });
  afterAll(() => prison.close());
  const found = async (as: As, search: string, more: Record<string, string | number> = {}) =>
    (await as('GET /api/cases', { search, ...more })).body.cases.map(row => row.number);
  const searches = () =>
    prison.server.database.read
      .selectFrom('record')
      .select(['actor_id', 'content', 'prison_id'])
      .where('kind', '=', 'search')
      .execute();

  describe('a search', () => {
    it('finds words of the text whatever the state, newest first, and only what the reader may open', async () => {
      const { number: one } = await makeCase(prison, { text: 'The beans were raw again' });
      const { number: two } = await makeCase(prison, { text: 'Raw beans', state: 'closed' });
      await makeCase(prison, { text: 'A torn blanket' });
      const { number: reading } = await makeCase(prison, { text: 'beans sold', state: 'reading' });
      expect(await found(charge, 'beans')).toEqual([two, one]);
      expect(await found(charge, 'BEANS raw')).toEqual([two, one]);
      expect(await found(charge, 'beans', { list: 'open' })).toEqual([one]);
      expect(await found(charge, 'beans', { list: 'finished' })).toEqual([two]);
      expect(await found(justice, 'beans')).toEqual([reading, two, one]);
      expect(await found(kitchen, 'beans')).toEqual([]);
    });

    it('finds the words of a reply that was sent', async () => {
      const { number } = await makeCase(prison, { state: 'routed' });
      const body = {
        version: 0,
        outcome: 'done',
        on: '2026-03-02',
        next: null,
        text: 'The boiler was mended.',
      };
      await kitchen('POST /api/cases/:number/answer', { number }, { body });
      expect(await found(charge, 'boiler')).toEqual([]);
      prison.clock.pass({ seconds: 11 });
      await prison.settle();
      expect(await found(charge, 'boiler')).toEqual([number]);
    });

    it('finds a receipt code however it is spaced', async () => {
      const { number, code } = await makeCase(prison);
      await makeCase(prison);
      expect(await found(charge, spacedCode(code))).toEqual([number]);
      expect(await found(charge, code.toLowerCase())).toEqual([number]);
    });

    it('finds a person by his number only for those who may see who wrote', async () => {
      const { number: plain } = await makeCase(prison, { state: 'routed' });
      const { number: needed } = await makeCase(prison, { state: 'routed', person_needed: 1 });
      await makeCase(prison, { prisoner_id: prison.cast.prisoners.barasa });
      await makeCase(prison, { identity: 'nameless' });
      expect(await found(charge, numbers.otieno)).toEqual([needed, plain]);
      expect(await found(kitchen, numbers.otieno)).toEqual([needed]);
    });

    it('goes through everything page by page, also when most of it is not the reader’s to see', async () => {
      const mine: number[] = [];
      for (let index = 0; index < 230; index += 1) {
        const given = { text: 'lice', ...(index % 23 === 0 ? { state: 'routed' as const } : {}) };
        const { number } = await makeCase(prison, given);
        if (index % 23 === 0) mine.unshift(number);
      }
      const seen: number[] = [];
      let after: string | null = null;
      do {
        const page: { cases: { number: number }[]; next: string | null } = (
          await kitchen('GET /api/cases', { search: 'lice', limit: 3, ...(after ? { after } : {}) })
        ).body;
        seen.push(...page.cases.map(row => row.number));
        after = page.next;
      } while (after);
      expect(seen).toEqual(mine);
      expect(seen).toHaveLength(10);
    });

    it.each([
      '"',
      '*',
      '" OR 1=1 --',
      'NEAR(',
      "'; drop table submission; --",
      '\u0000',
      '(((',
      '101/26\u0000',
    ])('is harmless with %j', async words => {
      await makeCase(prison, { text: 'one two' });
      expect((await charge('GET /api/cases', { search: words })).status).toBe(200);
    });

    it('does not reach beyond a cursor that was made up', async () => {
      await makeCase(prison, { text: 'lamp' });
      const after = Buffer.from(`~999999999999999~${prison.cast.prisonId}`).toString('base64url');
      expect(await found(charge, 'lamp', { after })).toHaveLength(1);
    });

    it('is kept with who searched for what, and stands in the log; what was found is not kept', async () => {
      await makeCase(prison, { text: 'unusualword' });
      const before = (await searches()).length;
      await found(charge, 'unusualword', { kind: 'food' });
      const kept = (await searches()).slice(before);
      expect(kept).toMatchObject([
        { actor_id: prison.cast.staff['officer-in-charge'], prison_id: prison.cast.prisonId },
      ]);
      expect(JSON.parse(kept[0]?.content ?? '')).toEqual({
        words: 'unusualword',
        kind: 'food',
        list: null,
        wing: null,
      });
      const { entry } = await prison.server.database.read
        .selectFrom('log_entry')
        .select('entry')
        .orderBy('position', 'desc')
        .executeTakeFirstOrThrow();
      expect(JSON.parse(entry).kind).toBe('search');
      expect(entry).not.toContain('unusualword');
    });

    it('by headquarters finds its own cases alone, and every prison’s log says that it was made', async () => {
      const { number } = await makeCase(prison, { text: 'warden', state: 'headquarters' });
      await makeCase(prison, { text: 'warden' });
      const before = (await searches()).length;
      expect(await found(await prison.loginAs('commissioner'), 'warden')).toEqual([number]);
      expect((await searches()).slice(before)).toMatchObject([
        { actor_id: prison.cast.staff.commissioner, prison_id: prison.cast.prisonId },
      ]);
    });
  });
});
