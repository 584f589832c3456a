import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getCase, openTo, reachCaseOf } from '../../../server/queries/case.ts';
import { countCases } from '../../../server/queries/case-counts.ts';
import { casePageFor } from '../../../server/queries/case-page.ts';
import { Problem } from '../../../shared/problems.ts';
import { roles } from '../../../shared/staff/roles.ts';
import { offices, states } from '../../../shared/submission/life.ts';
import { mayOpen, type Reader } from '../../../shared/submission/reach.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from './make-case.ts';

/** Always the same cases, so that a failure can be looked at twice. */
const seed = 20260302;

withDatabases(open => {
  let prison: TestServer;
  let otherPrison: string;
  const ids: string[] = [];
  beforeAll(async () => {
    prison = await openTestServer(open);
    const { cast, server } = prison;
    otherPrison = '11111111-1111-4111-8111-111111111111';
    await server.database.transaction(async tx => {
      const row = await tx
        .selectFrom('prison')
        .selectAll()
        .where('id', '=', cast.prisonId)
        .executeTakeFirstOrThrow();
      await tx
        .insertInto('prison')
        .values({ ...row, id: otherPrison })
        .execute();
      await tx.insertInto('log_head').values({ prison_id: otherPrison, size: 0, frontier: '[]' }).execute();
    });
    const given = fc.sample(
      fc.record({
        prison_id: fc.constantFrom(cast.prisonId, cast.prisonId, otherPrison),
        state: fc.constantFrom(...states),
        owner: fc.constantFrom(...offices),
        unit: fc.constantFrom(null, 'kitchen', 'infirmary' as const),
        wing_id: fc.constantFrom(null, cast.wings.a, cast.wings.b),
        named: fc.subarray([cast.staff.deputy, cast.staff['unit-officer'], null]),
        risen: fc.nat(3),
        listed: fc.boolean(),
      }),
      { numRuns: 250, seed },
    );
    for (const one of given) ids.push((await makeCase(prison, one)).id);
  });
  afterAll(() => prison.close());

  const anyReader = () =>
    fc.record({
      id: fc.constantFrom(prison.cast.staff['unit-officer'], prison.cast.staff.warder),
      role: fc.constantFrom(...roles),
      prisonId: fc.constantFrom(prison.cast.prisonId, otherPrison, null),
      wingId: fc.constantFrom(null, prison.cast.wings.a),
      unit: fc.constantFrom(null, 'kitchen', 'infirmary'),
      superiors: fc.subarray([prison.cast.staff.deputy, prison.cast.staff['officer-in-charge']]),
    });

  describe('what the store finds for a reader', () => {
    it('is exactly what mayOpen lets him open, for every reader', async () => {
      const cases = await Promise.all(ids.map(id => getCase(prison.server.database.read, id)));
      let seen = 0;
      await fc.assert(
        fc.asyncProperty(anyReader(), async (reader: Reader) => {
          const found = await prison.server.database.read
            .selectFrom('submission')
            .select('id')
            .where(openTo(reader))
            .execute();
          const allowed = cases.flatMap(one => (one && mayOpen(reader, reachCaseOf(one)) ? one.row.id : []));
          seen += allowed.length;
          expect(found.map(row => row.id).sort()).toEqual(allowed.sort());
        }),
        { numRuns: 150, seed },
      );
      expect(seen).toBeGreaterThan(1_000);
    });

    it('is what he can page through, count, and open one by one', async () => {
      for (const role of ['first-reader', 'officer-in-charge', 'unit-officer', 'visiting-justice'] as const) {
        const as = await prison.loginAs(role);
        const listed: number[] = [];
        for (const list of ['open', 'answered', 'finished'] as const) {
          let after: string | null = null;
          do {
            const page: Awaited<ReturnType<typeof as<'GET /api/cases'>>> = await as('GET /api/cases', {
              list,
              limit: 7,
              ...(after ? { after } : {}),
            });
            listed.push(...page.body.cases.map(row => row.number));
            after = page.body.next;
          } while (after);
        }
        const reader: Reader = {
          id: prison.cast.staff[role],
          role,
          prisonId: prison.cast.prisonId,
          wingId: null,
          unit: role === 'unit-officer' ? 'kitchen' : null,
          superiors:
            role === 'unit-officer'
              ? [prison.cast.staff.deputy, prison.cast.staff['officer-in-charge']]
              : [prison.cast.staff['officer-in-charge']],
        };
        const { read } = prison.server.database;
        const cases = await Promise.all(ids.map(id => getCase(read, id)));
        const allowed = cases.flatMap(one =>
          one && mayOpen(reader, reachCaseOf(one)) ? Number(one.row.number) : [],
        );
        expect(listed.toSorted((a, b) => a - b)).toEqual(allowed.toSorted((a, b) => a - b));
        const now = prison.clock.now();
        for (const number of allowed.slice(0, 10))
          expect((await casePageFor(read, reader, { number, prison: null }, now)).number).toBe(number);
        const forbidden = cases.find(
          one =>
            one?.row.prison_id === prison.cast.prisonId &&
            one.row.number !== null &&
            !mayOpen(reader, reachCaseOf(one)),
        );
        if (forbidden)
          await expect(
            casePageFor(read, reader, { number: Number(forbidden.row.number), prison: null }, now),
          ).rejects.toThrow(Problem);
        const counts = await countCases(read, reader, '2026-03-02');
        const open = cases.filter(
          one => one && one.row.open === 1 && mayOpen(reader, reachCaseOf(one)),
        ).length;
        expect(counts.open).toBe(open);
        expect(counts.byKind.reduce((sum, row) => sum + row.open, 0)).toBe(open);
      }
    });
  });
});
