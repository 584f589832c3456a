import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replaceLaw } from '../../../server/queries/law.ts';
import { parseLaw } from '../../../shared/law/parse-law.ts';
import type { ParsedLaw } from '../../../shared/law/parsed-law.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { smallLaw, smallLawWith } from '../../shared/law/small-law.ts';

function read(text: string): ParsedLaw {
  const parsed = parseLaw(text);
  if (!parsed.ok) throw new Error(`line ${parsed.line}: ${parsed.reason}`);
  return parsed.law;
}

withDatabases(open => {
  let prison: TestServer;
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());
  const ask = (headers: Record<string, string> = {}) => prison.ask('GET /api/law', {}, { headers });
  const enter = (law: ParsedLaw) => replaceLaw(prison.server.database, law, '2026-03-02T07:00:00.000Z');

  describe('the law', () => {
    it('says that it is not entered, until it is', async () => {
      expect((await ask()).body).toEqual({ title: null, notice: null, version: 'none', rules: [] });
    });

    it('is entered rule by rule, with what is known of each', async () => {
      await enter(read(smallLaw));
      const { body, raw } = await ask();
      expect(body.rules.map(rule => rule.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(body.title).not.toBeNull();
      expect(body.rules[2]).toEqual({
        number: 3,
        part: 'I',
        partTitle: 'GATES',
        heading: 'Who opens',
        body: null,
        state: 'in-force',
        reason: null,
      });
      expect(raw.headers.etag).toBe(`"${body.version}"`);
    });

    it('is sent once: who has this version is answered without the words', async () => {
      const { version } = (await ask()).body;
      const again = await ask({ 'if-none-match': `"${version}"` });
      expect([again.status, again.raw.body]).toEqual([304, '']);
      expect((await ask({ 'if-none-match': '"another"' })).status).toBe(200);
    });

    it('gets another version when a word of it changes, and the same when none does', async () => {
      const { version } = (await ask()).body;
      await enter(read(smallLaw));
      expect((await ask()).body.version).toBe(version);
      await enter(read(smallLawWith('hang in the shed', 'lie in the shed')));
      expect((await ask()).body.version).not.toBe(version);
    });

    it('is replaced whole or not at all', async () => {
      const before = (await ask()).body;
      const law = read(smallLaw);
      const [first] = law.rules;
      if (!first) throw new Error('the small law has rules');
      // The same number twice: refused by the store in the middle of the work.
      await expect(enter({ ...law, rules: [...law.rules, first] })).rejects.toMatchObject({
        problem: 'unique-violation',
      });
      expect((await ask()).body).toEqual(before);
    });

    it('says of a rule that is overtaken or repealed why, before its words', async () => {
      const law = read(smallLaw);
      const rules = [38, 77, 78].map(number => ({ number, part: 'I', heading: 'A heading', body: 'Words.' }));
      await enter({ ...law, rules });
      expect((await ask()).body.rules.map(rule => [rule.number, rule.state, rule.reason])).toEqual([
        [38, 'overtaken', 'reasons.race-and-tribe'],
        [77, 'overtaken', 'reasons.corporal-punishment'],
        [78, 'repealed', 'reasons.repealed-1968'],
      ]);
    });

    it('stands in the log of every prison when it was entered', async () => {
      const kept = await prison.server.database.read
        .selectFrom('record')
        .select(['content', 'prison_id'])
        .where('kind', '=', 'law')
        .execute();
      expect(kept).toHaveLength(4);
      expect(JSON.parse(kept.at(0)?.content ?? '')).toMatchObject({ action: 'law-imported', rules: 8 });
      const { count } = await prison.server.database.read
        .selectFrom('log_entry')
        .select(eb => eb.fn.countAll<number>().as('count'))
        .where('entry', 'like', '%"kind":"law"%')
        .executeTakeFirstOrThrow();
      expect(Number(count)).toBe(4);
    });
  });
});
