import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { type CaseGiven, makeCase } from './make-case.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

withDatabases(open => {
  let prison: TestServer;
  let charge: As;
  let kitchen: As;
  beforeAll(async () => {
    prison = await openTestServer(open);
    charge = await prison.loginAs('officer-in-charge');
    kitchen = await prison.loginAs('unit-officer');
  });
  // Nothing can be deleted; what stands in no list is out of the next test's way.
  afterEach(async () => {
    await prison.server.database.write.updateTable('submission').set({ listed_at: null }).execute();
    prison.clock.set('2026-03-02T07:00:00Z');
  });
  afterAll(() => prison.close());
  const numbersOf = async (as: As, query: Record<string, string | number> = {}): Promise<number[]> =>
    (await as('GET /api/cases', query)).body.cases.map(row => row.number);
  const make = async (...given: readonly CaseGiven[]): Promise<number[]> => {
    const numbers: number[] = [];
    for (const one of given) numbers.push((await makeCase(prison, one)).number);
    return numbers;
  };

  describe('the inbox', () => {
    it('is empty at first, with nothing to page to', async () => {
      expect((await charge('GET /api/cases')).body).toEqual({ cases: [], next: null });
      expect((await charge('GET /api/cases/counts')).body).toMatchObject({ open: 0, byWing: [] });
    });

    it('lists what is due first, overdue ones marked by the prison’s own day', async () => {
      const days = ['2026-03-04', '2026-03-01', '2026-03-02', '2026-03-01'];
      const [first, second, third, fourth] = await make(...days.map(due_on => ({ due_on })));
      const { cases } = (await charge('GET /api/cases')).body;
      expect(cases.map(row => [row.number, row.overdue])).toEqual([
        [second, true],
        [fourth, true],
        [third, false],
        [first, false],
      ]);
      // Half past nine at night in London is the next day in Nairobi.
      prison.clock.set('2026-03-02T21:30:00Z');
      const deputy = await prison.loginAs('deputy');
      const later = (await deputy('GET /api/cases')).body.cases;
      expect(later.map(row => row.overdue)).toEqual([true, true, true, false]);
      expect((await deputy('GET /api/cases/counts')).body).toMatchObject({
        open: 4,
        overdue: 3,
        dueToday: 0,
      });
    });

    it('pages without losing or repeating a row, also when rows come and go between pages', async () => {
      const dayOf = (index: number) => `2026-03-0${(index % 3) + 1}`;
      const made = await make(...Array.from({ length: 9 }, (_, index) => ({ due_on: dayOf(index) })));
      const first = (await charge('GET /api/cases', { limit: 4 })).body;
      // Before the place where the next page begins, and after it.
      const [, late] = await make({ due_on: '2026-03-01' }, { due_on: '2026-03-03' });
      const second = (await charge('GET /api/cases', { limit: 4, after: String(first.next) })).body;
      const third = (await charge('GET /api/cases', { limit: 4, after: String(second.next) })).body;
      const seen = [first, second, third].flatMap(page => page.cases.map(row => row.number));
      const byDay = [0, 1, 2].flatMap(day => made.filter((_, index) => index % 3 === day));
      expect(seen.filter(number => made.includes(number))).toEqual(byDay);
      expect(seen).toContain(late);
      expect(new Set(seen).size).toBe(seen.length);
      expect(third.next).toBeNull();
    });

    it('gives answered and finished ones newest first, each in their own list', async () => {
      const states = ['answered', 'settled', 'delivered', 'closed', 'triage', 'answered'] as const;
      const [one, two, three, four, five, six] = await make(...states.map(state => ({ state })));
      expect(await numbersOf(charge, { list: 'answered' })).toEqual([six, three, one]);
      expect(await numbersOf(charge, { list: 'finished' })).toEqual([four, two]);
      expect(await numbersOf(charge, { list: 'open' })).toEqual([five]);
      const { next } = (await charge('GET /api/cases', { list: 'answered', limit: 2 })).body;
      expect(await numbersOf(charge, { list: 'answered', limit: 2, after: String(next) })).toEqual([one]);
      expect((await charge('GET /api/cases/counts')).body.answered).toBe(3);
    });

    it.each(['nonsense', 'fjF-', Buffer.from('2026-03-01~x~y').toString('base64url')])(
      'refuses a cursor that it did not give: %s',
      async after => {
        expect((await charge('GET /api/cases', { after })).problem).toBe('malformed');
      },
    );

    it('is filtered by kind and wing; a wing never finds one without a name', async () => {
      const { a, b } = prison.cast.wings;
      const [, ofWing, hidden] = await make(
        { kind: 'bedding', problem: 'lice', wing_id: a },
        { kind: 'food', wing_id: b },
        // Even if the row knew the wing.
        { kind: 'food', wing_id: b, identity: 'nameless', prisoner_id: null },
      );
      expect(await numbersOf(charge, { kind: 'food' })).toEqual([ofWing, hidden]);
      expect(await numbersOf(charge, { wing: b })).toEqual([ofWing]);
      expect(await numbersOf(charge, { wing: a, kind: 'food' })).toEqual([]);
    });

    it('shows of one without a name the day alone, and counts it in no wing', async () => {
      await makeCase(prison, { identity: 'nameless', prisoner_id: null, wing_id: prison.cast.wings.a });
      await makeCase(prison, { identity: 'claimed', prisoner_id: null, wing_id: null });
      const { cases } = (await charge('GET /api/cases')).body;
      expect(cases).toMatchObject([
        { nameless: true, wing: null, receivedOn: '2026-03-02' },
        { nameless: true, wing: null, receivedOn: '2026-03-02' },
      ]);
      const { byWing, open: count } = (await charge('GET /api/cases/counts')).body;
      expect([byWing, count]).toEqual([[], 2]);
      for (const { number } of cases) {
        const page = (await charge('GET /api/cases/:number', { number })).body;
        expect(page).toMatchObject({ receivedAt: null, prisoner: null, wing: null, identity: 'nameless' });
      }
    });

    it('counts by wing and by kind', async () => {
      const { a, b } = prison.cast.wings;
      await makeCase(prison, { wing_id: a, due_on: '2026-03-01' });
      await makeCase(prison, { wing_id: a, due_on: '2026-03-02' });
      await makeCase(prison, { wing_id: b, kind: 'bedding', problem: 'wet', due_on: '2026-03-09' });
      await makeCase(prison, { wing_id: b, state: 'reading', text: 'x' });
      expect((await charge('GET /api/cases/counts')).body).toEqual({
        reading: 0,
        open: 3,
        overdue: 1,
        dueToday: 1,
        answered: 0,
        byWing: [
          { wing: 'A', open: 2, overdue: 1 },
          { wing: 'B', open: 1, overdue: 0 },
        ],
        byKind: [
          { kind: 'bedding', open: 1, overdue: 0 },
          { kind: 'food', open: 2, overdue: 1 },
        ],
      });
      const reader = await prison.loginAs('first-reader');
      expect((await reader('GET /api/cases/counts')).body).toMatchObject({ reading: 1, open: 4 });
    });
  });

  describe('what a unit is shown', () => {
    const about = { rank: 'sergeant', wing: null, name: 'Sergeant Somebody' };
    it('is no name, no note and not whom it is about, unless the answer needs the person', async () => {
      const { number } = await makeCase(prison, { state: 'triage', text: 'My blanket.', about });
      const version = async () => (await charge('GET /api/cases/:number', { number })).body.version;
      await charge(
        'POST /api/cases/:number/note',
        { number },
        { body: { version: 0, note: 'He has complained before.' } },
      );
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 1, unit: 'kitchen', personNeeded: false, note: 'Between us.' } },
      );
      const { body, raw } = await kitchen('GET /api/cases/:number', { number });
      expect(body).toMatchObject({
        prisoner: null,
        about: null,
        named: [],
        aboutOfficer: true,
        text: 'My blanket.',
      });
      for (const hidden of [
        'Otieno',
        'otieno',
        '101/26',
        'Somebody',
        'complained before',
        'Between us',
        'The officer-in-charge',
      ])
        expect(raw.body).not.toContain(hidden);
      expect(body.history.map(line => [line.action, line.by])).toEqual([
        ['receive', 'system'],
        ['route', 'officer-in-charge'],
      ]);
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: await version(), unit: 'kitchen', personNeeded: true, note: null } },
      );
      const shown = (await kitchen('GET /api/cases/:number', { number })).body;
      expect(shown.prisoner).toEqual({ number: '101/26', name: 'otieno', wing: 'A' });
      // His own words he sees again.
      await kitchen(
        'POST /api/cases/:number/note',
        { number },
        { body: { version: shown.version, note: 'Mine.' } },
      );
      const mine = (await kitchen('GET /api/cases/:number', { number })).body.history.at(-1);
      expect(mine).toMatchObject({ by: 'The unit-officer', detail: { note: 'Mine.' } });
    });

    it('never becomes a person when the writer gave no name', async () => {
      const { number } = await makeCase(prison, { identity: 'nameless', prisoner_id: null, wing_id: null });
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 0, unit: 'kitchen', personNeeded: true, note: null } },
      );
      expect((await kitchen('GET /api/cases/:number', { number })).body).toMatchObject({
        prisoner: null,
        personNeeded: false,
      });
    });

    it('offers exactly the actions that the life table and the contract give the role', async () => {
      const { number } = await makeCase(prison, { state: 'routed' });
      const actions = async (as: As) => (await as('GET /api/cases/:number', { number })).body.actions;
      expect(await actions(kitchen)).toEqual(['return', 'answer', 'note']);
      expect(await actions(charge)).toEqual(['route', 'answer', 'note']);
      expect(await actions(await prison.loginAs('visiting-justice'))).toEqual([]);
    });
  });

  describe('similar cases', () => {
    it('are counted among open ones of the last seven days, same matter, same wing', async () => {
      const { a, b } = prison.cast.wings;
      const { number } = await makeCase(prison, { wing_id: a });
      await makeCase(prison, { wing_id: a, received_on: '2026-02-24' });
      await makeCase(prison, { wing_id: a });
      const others = [
        { wing_id: b },
        { wing_id: a, problem: 'spoiled' },
        { wing_id: a, state: 'settled' as const },
        { wing_id: a, received_on: '2026-02-20' },
      ];
      for (const other of others) await makeCase(prison, other);
      expect((await charge('GET /api/cases/:number', { number })).body.similar).toBe(2);
    });
  });
});
