import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type KindRules, kindDefaults } from '../../../shared/submission/kind-rules.ts';
import type { Kind } from '../../../shared/submission/kinds.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  const as: Partial<Record<StaffName, Asking>> = {};
  const by = async (name: StaffName): Promise<Asking> => {
    const known = as[name] ?? (await prison.loginAs(name));
    as[name] = known;
    return known;
  };
  const wire = (kind: Kind, change: Partial<KindRules> = {}) => ({ ...kindDefaults[kind], ...change });
  const propose = async (name: StaffName, kind: Kind, change: Partial<KindRules>) =>
    (await by(name))(
      'POST /api/kinds',
      {},
      { body: { kind, rules: wire(kind, change), reason: 'Reviewed' } },
    );
  const decide = async (name: StaffName, id: string, accept = true) =>
    (await by(name))('POST /api/kinds/:id/decide', { id }, { body: { accept } });
  const offered = async (kind: Kind) => {
    const kiosk = await prison.asKiosk(await prison.enrolKiosk());
    const { kinds } = (await kiosk('GET /api/kiosks/settings')).body;
    return kinds.find(one => one.kind === kind);
  };
  beforeAll(async () => {
    prison = await openTestServer(open);
  });
  afterAll(() => prison.close());

  describe('a kind', () => {
    it('is changed by two people, reaches the kiosks, and says who decided', async () => {
      const { id } = (await propose('documentation-office', 'food', { days: 3, questions: ['many'] })).body;
      expect((await offered('food'))?.version).toBe(0);
      expect((await decide('documentation-office', id)).problem).toBe('not-your-role');
      expect((await decide('officer-in-charge', id)).status).toBe(200);
      expect(await offered('food')).toMatchObject({ version: 1, rules: { days: 3, questions: ['many'] } });
      expect((await decide('officer-in-charge', id)).problem).toBe('already-decided');
      const book = (await (await by('visiting-justice'))('GET /api/kinds')).body;
      expect(book.kinds.find(row => row.kind === 'food')?.history).toMatchObject([
        { version: 1, by: ['The documentation-office', 'The officer-in-charge'], reason: 'Reviewed' },
      ]);
    });

    it('that its head proposed is decided at headquarters alone, who sees whose it is', async () => {
      const { id } = (await propose('officer-in-charge', 'bedding', { days: 4 })).body;
      expect((await decide('deputy', id)).problem).toBe('second-person-needed');
      const { proposals } = (await (await by('commissioner'))('GET /api/kinds')).body;
      expect(proposals.find(one => one.id === id)?.prison).toEqual(expect.any(String));
      expect((await decide('commissioner', id, false)).status).toBe(200);
      expect((await offered('bedding'))?.version).toBe(0);
    });

    it.each<[string, Partial<KindRules>, string]>([
      ['longer than headquarters allows', { days: 15 }, 'out-of-bounds'],
      ['not offered, though rule 43 names it', { offered: false }, 'out-of-bounds'],
      ['without *not here*', { problems: ['spoiled'] }, 'value-wrong'],
      ['a unit in which nobody works', { unit: 'welfare' }, 'no-live-reader'],
    ])('cannot be saved: %s', async (_name, change, problem) => {
      expect((await propose('documentation-office', 'food', change)).problem).toBe(problem);
    });

    it('whose reader left between proposal and decision is not accepted', async () => {
      const { id } = (await propose('documentation-office', 'clothing', { unit: 'security' })).body;
      const { database } = prison.server;
      const leave = (state: 'active' | 'ended') =>
        database.write
          .updateTable('staff')
          .set({ state })
          .where('id', '=', prison.cast.staff.warder)
          .execute();
      await leave('ended');
      expect((await decide('officer-in-charge', id)).problem).toBe('no-live-reader');
      await leave('active');
      expect((await decide('officer-in-charge', id)).status).toBe(200);
      await leave('ended');
      const book = (await (await by('officer-in-charge'))('GET /api/kinds')).body;
      expect(book.kinds.find(row => row.kind === 'clothing')?.missing).toEqual(['unit']);
      await leave('active');
    });
  });

  describe('an item that a kiosk made', () => {
    const send = async (content: object) => {
      const kiosk = await prison.enrolKiosk();
      const { pass } = await prison.signInAs(kiosk, 'otieno');
      const item = await kiosk.makeItem(content, { version: 1, kind: 'pass', pass });
      await prison.post(item);
      await prison.settle();
      const row = await prison.server.database.read
        .selectFrom('submission')
        .select(['number', 'due_on', 'kind_version'])
        .where('id', '=', item.statement.id)
        .executeTakeFirstOrThrow();
      const page = await (await by('visiting-justice'))('GET /api/cases/:number', {
        number: row.number ?? 0,
      });
      return { ...row, questions: page.body.questions };
    };

    it('is due, and shown, by the version that it was made under', async () => {
      expect(await send({ kindVersion: 1 })).toMatchObject({ due_on: '2026-03-05', questions: ['many'] });
      const { id } = (await propose('documentation-office', 'food', { days: 10 })).body;
      await decide('officer-in-charge', id);
      expect(await send({ kindVersion: 1 })).toMatchObject({ due_on: '2026-03-05', kind_version: 1 });
      expect(await send({ kindVersion: 2 })).toMatchObject({ due_on: '2026-03-16' });
    });

    it('is taken from a kiosk that knows of no versions, and from one whose version was lost here', async () => {
      expect(await send({})).toMatchObject({ due_on: '2026-03-11', questions: ['when', 'many'] });
      expect(await send({ kindVersion: 77 })).toMatchObject({ due_on: '2026-03-16', kind_version: 77 });
    });

    it('keeps the version it came with', async () => {
      const rewrite = prison.server.database.write
        .updateTable('submission')
        .set({ kind_version: 9 })
        .where('kind_version', '=', 1)
        .execute();
      await expect(rewrite).rejects.toThrow();
    });
  });
});
