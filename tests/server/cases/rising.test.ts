import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LadderOffice } from '../../../shared/submission/kind-rules.ts';
import type { Office } from '../../../shared/submission/life.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { thorough } from '../../helpers/thorough.ts';
import { type CaseGiven, type MadeCase, makeCases } from './make-case.ts';

/** Idd-ul-Fitr, as the prison entered it; Good Friday and Easter Monday are known by themselves. */
const idd = '2026-03-20';
const easter = ['2026-04-03', '2026-04-06'];
const firstDay = Temporal.PlainDate.from('2026-03-02');
const lastDay = Temporal.PlainDate.from('2026-04-15');

/** Counted by hand from the calendar, and not by the code that is tested. */
const workingDays = Array.from({ length: firstDay.until(lastDay).days + 1 }, (_, at) =>
  firstDay.add({ days: at }),
)
  .filter(day => day.dayOfWeek < 6 && ![idd, ...easter].includes(day.toString()))
  .map(String);
const workingDayAfter = (due: string, count: number) => workingDays[workingDays.indexOf(due) + count];

const usual: readonly (readonly [LadderOffice, number])[] = [
  ['officer-in-charge', 1],
  ['headquarters', 3],
  ['visiting-justices', 5],
];
/** How many rungs are below whoever has it. */
const below: Readonly<Record<Office, number>> = {
  unit: 0,
  medical: 0,
  'first-reader': 1,
  'officer-in-charge': 1,
  headquarters: 2,
};
const stateOf = {
  unit: 'routed',
  medical: 'routed',
  'first-reader': 'reading',
  'officer-in-charge': 'triage',
  headquarters: 'headquarters',
} as const;
type Rise = readonly [day: string, to: string];

interface Plan {
  readonly owner: Office;
  readonly due: string;
}

const expectedOf = ({ owner, due }: Plan): Rise[] =>
  usual.slice(below[owner]).map(([to, count]) => [workingDayAfter(due, count) ?? '', to]);

withDatabases(open => {
  let prison: TestServer;
  let plans: readonly Plan[];
  let made: readonly MadeCase[];

  const risesOf = async (id: string): Promise<Rise[]> => {
    const rows = await prison.server.database.read
      .selectFrom('event')
      .select(['at', 'detail'])
      .where('submission_id', '=', id)
      .where('action', '=', 'rise')
      .orderBy('position')
      .execute();
    return rows.map(row => [
      Temporal.Instant.from(row.at).toZonedDateTimeISO('Africa/Nairobi').toPlainDate().toString(),
      (JSON.parse(row.detail) as { to: string }).to,
    ]);
  };
  const rowOf = (id: string) =>
    prison.server.database.read
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    prison = await openTestServer(open);
    const { database } = prison.server;
    const { settings } = await database.read
      .selectFrom('prison')
      .select('settings')
      .executeTakeFirstOrThrow();
    await database.write
      .updateTable('prison')
      .set({ settings: JSON.stringify({ ...JSON.parse(settings), holidays: [idd] }) })
      .execute();
    plans = fc.sample(
      fc.record<Plan>({
        owner: fc.constantFrom('unit', 'medical', 'first-reader', 'officer-in-charge', 'headquarters'),
        due: fc.constantFrom(...workingDays.slice(1, -5)),
      }),
      { numRuns: thorough ? 3_000 : 60, seed: 20260302 },
    );
    made = await makeCases(
      prison,
      plans.map(({ owner, due }) => ({ owner, state: stateOf[owner], due_on: due, head_office_named: 0 })),
    );
  });
  afterAll(() => prison.close());

  describe('a month over Idd and Easter', () => {
    it('brings everything unanswered up, each rung once and on its working day', {
      timeout: 600_000,
    }, async () => {
      for (let day = firstDay; Temporal.PlainDate.compare(day, lastDay) <= 0; day = day.add({ days: 1 })) {
        await prison.settle();
        prison.clock.pass({ hours: 24 });
      }
      const found = await Promise.all(made.map(one => risesOf(one.id)));
      expect(found).toEqual(plans.map(expectedOf));
    });

    it('leaves each with the one who has it: waiting rids nobody of a case', async () => {
      const rows = await Promise.all(made.map(one => rowOf(one.id)));
      expect(rows.map(row => row.owner)).toEqual(plans.map(({ owner }) => owner));
      expect(rows.every(row => row.risen === 3)).toBe(true);
    });
  });

  describe('what has risen', () => {
    const dueLongAgo = { due_on: '2026-03-03' } as const;

    it('is answered by headquarters too, and told to its writer', async () => {
      const [late] = await makeCases(prison, [dueLongAgo]);
      const address = { number: late?.number ?? 0 };
      const before = await prison.loginAs('commissioner');
      expect((await before('GET /api/cases/:number', address)).problem).toBe('not-yours-to-see');
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      const after = await prison.loginAs('commissioner');
      const page = (await after('GET /api/cases/:number', address)).body;
      expect(page).toMatchObject({ owner: 'officer-in-charge', risen: 'visiting-justices' });
      expect(page.actions).toContain('answer');
      const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'otieno');
      const own = (await ask('GET /api/submissions')).body.submissions.find(one => one.code === late?.code);
      expect(own?.risen.map(({ to }) => to)).toEqual(['headquarters', 'visiting-justices']);
    });

    it('stays with headquarters once headquarters answered, also when it is not settled', async () => {
      const [late] = await makeCases(prison, [{ ...dueLongAgo, risen: 2 }]);
      const address = { number: late?.number ?? 0 };
      const commissioner = await prison.loginAs('commissioner');
      const on = prison.clock.now().toZonedDateTimeISO('Africa/Nairobi').toPlainDate().toString();
      const body = { version: 0, outcome: 'done', on, next: null, text: 'The stores were told.' };
      expect((await commissioner('POST /api/cases/:number/answer', address, { body })).problem).toBeNull();
      prison.clock.pass({ seconds: 10 });
      await prison.settle();
      const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'otieno');
      const id = late?.id ?? '';
      await ask('POST /api/submissions/:id/opened', { id });
      await ask('POST /api/submissions/:id/settle', { id }, { body: { settled: false } });
      expect(await rowOf(id)).toMatchObject({ state: 'headquarters', owner: 'headquarters' });
    });

    it('begins anew when its writer says that it is not settled, and never goes down', async () => {
      const reopen = async (given: CaseGiven) => {
        const [ended] = await makeCases(prison, [{ ...dueLongAgo, state: 'delivered', risen: 3, ...given }]);
        const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'otieno');
        const { id = '' } = ended ?? {};
        await ask('POST /api/submissions/:id/settle', { id }, { body: { settled: false } });
        return rowOf(id);
      };
      const today = prison.clock.now().toZonedDateTimeISO('Africa/Nairobi').toPlainDate().toString();
      const again = await reopen({ owner: 'unit' });
      expect(again).toMatchObject({ state: 'triage', owner: 'officer-in-charge', risen: 0 });
      expect(again.due_on > today).toBe(true);
      expect(await reopen({ owner: 'headquarters', head_office_named: 0 })).toMatchObject({
        owner: 'headquarters',
      });
    });

    it('is nothing that is answered, settled or closed', async () => {
      const ended = await makeCases(
        prison,
        (['answered', 'delivered', 'settled', 'closed'] as const).map(state => ({ ...dueLongAgo, state })),
      );
      const [pending] = await makeCases(prison, [{ ...dueLongAgo, pending: true }]);
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      for (const one of ended) expect(await risesOf(one.id)).toEqual([]);
      expect((await rowOf(pending?.id ?? '')).risen).toBe(0);
    });

    it('is nothing while the server’s time is not confirmed', async () => {
      const [late] = await makeCases(prison, [dueLongAgo]);
      prison.clock.pass({ hours: 24 });
      prison.server.context.clock.distrust('far-ahead', prison.clock.now());
      await prison.settle();
      expect(await risesOf(late?.id ?? '')).toEqual([]);
      prison.server.context.clock.trust();
      await prison.settle();
      expect(await risesOf(late?.id ?? '')).toHaveLength(2);
    });
  });
});
