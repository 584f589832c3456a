import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCase, reachCaseOf } from '../../../server/queries/case.ts';
import { countCases } from '../../../server/queries/case-counts.ts';
import { isNameless } from '../../../server/queries/case-row.ts';
import { kindNames } from '../../../shared/submission/kinds.ts';
import { openStates, type State, states } from '../../../shared/submission/life.ts';
import { mayOpen, type Reader } from '../../../shared/submission/reach.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCases } from './make-case.ts';

const seed = 20260303;
const today = '2026-03-02';

withDatabases(open => {
  let prison: TestServer;
  const ids: string[] = [];
  const places = () => ({
    state: fc.constantFrom(...states),
    owner: fc.constantFrom('first-reader', 'officer-in-charge', 'unit', 'headquarters' as const),
    unit: fc.constantFrom(null, 'kitchen', 'stores' as const),
    wing_id: fc.constantFrom(null, prison.cast.wings.a, prison.cast.wings.b),
  });
  beforeAll(async () => {
    prison = await openTestServer(open);
    const { staff } = prison.cast;
    const given = fc.sample(
      fc.record({
        ...places(),
        kind: fc.constantFrom(...kindNames),
        due_on: fc.constantFrom('2026-03-01', today, '2026-03-03'),
        identity: fc.constantFrom('named', 'named', 'nameless' as const),
        named: fc.subarray([staff.deputy, staff['unit-officer'], null]),
        listed: fc.boolean(),
      }),
      { numRuns: 200, seed },
    );
    ids.push(...(await makeCases(prison, given)).map(made => made.id));
  });
  afterAll(() => prison.close());

  const readers = (): Reader[] =>
    (
      ['first-reader', 'officer-in-charge', 'unit-officer', 'visiting-justice', 'commissioner'] as const
    ).flatMap(role =>
      [null, prison.cast.wings.a].map(wingId => ({
        id: prison.cast.staff[role],
        role,
        prisonId: role === 'commissioner' ? null : prison.cast.prisonId,
        wingId,
        unit: role === 'unit-officer' ? 'kitchen' : null,
        superiors: role === 'visiting-justice' ? [] : [prison.cast.staff.deputy],
      })),
    );

  /** What a person would count who went through all rows one by one. */
  async function counted(reader: Reader) {
    const all = await Promise.all(ids.map(id => getCase(prison.server.database.read, id)));
    const rows = all.flatMap(one => (one && mayOpen(reader, reachCaseOf(one)) ? one.row : []));
    const openOnes = rows.filter(row => row.open === 1);
    const inWing = (id: string) => openOnes.filter(row => row.wing_id === id && !isNameless(row));
    const sums = (some: typeof rows) => ({
      open: some.length,
      overdue: some.filter(row => row.due_on < today).length,
    });
    return {
      ...sums(openOnes),
      dueToday: openOnes.filter(row => row.due_on === today).length,
      reading: openOnes.filter(row => row.state === 'reading').length,
      answered: rows.filter(row => row.state === 'answered' || row.state === 'delivered').length,
      byWing: [
        { wing: 'A', ...sums(inWing(prison.cast.wings.a)) },
        { wing: 'B', ...sums(inWing(prison.cast.wings.b)) },
      ].filter(row => row.open > 0),
      byKind: kindNames
        .toSorted()
        .map(kind => ({ kind, ...sums(openOnes.filter(row => row.kind === kind)) }))
        .filter(row => row.open > 0),
    };
  }

  async function expectAllToAgree(): Promise<number> {
    let answered = 0;
    for (const reader of readers()) {
      const counts = await countCases(prison.server.database.read, reader, today);
      expect(counts, `${reader.role} of wing ${reader.wingId}`).toEqual(await counted(reader));
      answered += counts.answered;
    }
    return answered;
  }

  describe('the numbers above the list', () => {
    it('are what a person would count, for every role', async () => {
      expect(await expectAllToAgree()).toBeGreaterThan(20);
    });

    it('stay so when cases are answered, move, are settled, come back, and come into the list', async () => {
      const { write } = prison.server.database;
      const changes = fc.sample(fc.record({ ...places(), listed: fc.boolean() }), { numRuns: 200, seed });
      for (const [index, { listed, ...change }] of changes.entries())
        await write
          .updateTable('submission')
          .set({
            ...change,
            open: (openStates as readonly State[]).includes(change.state) ? 1 : 0,
            ...(listed ? { number: 1_000 + index, listed_at: `${today}T07:00:00.000Z` } : {}),
          })
          .where('id', '=', ids[index] ?? '')
          .execute();
      expect(await expectAllToAgree()).toBeGreaterThan(20);
    });

    it('leave no empty count behind', async () => {
      const { read } = prison.server.database;
      const kept = await read.selectFrom('submission_answered').select('amount').execute();
      expect(kept.every(({ amount }) => amount > 0)).toBe(true);
    });
  });
});
