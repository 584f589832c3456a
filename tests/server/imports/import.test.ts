import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ImportNoun, importNouns } from '../../../shared/import/columns.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

const people = 1_000;
const days = 20;
const numberOf = (index: number) => `${1000 + index}/25`;
const dayOf = (index: number) => `2026-02-${String(index + 1).padStart(2, '0')}`;

/** 20,000 rows of work: line 1 names the columns, so the row of an index stands on line index + 2. */
const workRows = () =>
  Array.from({ length: people * days }, (_, at) => [
    numberOf(at % people),
    dayOf(Math.floor(at / people)),
    ['a', 'b', 'c'][at % 3] ?? 'a',
  ]);

/** Five ways to spoil a row, eight times each. */
const spoilers: readonly (readonly [
  column: string | null,
  mistake: string,
  spoil: (row: string[]) => string[],
])[] = [
  ['number', 'unknown-number', ([, day = '', grade = '']) => ['9/99', day, grade]],
  ['day', 'not-a-day', ([number = '', , grade = '']) => [number, '2026-02-30', grade]],
  ['day', 'day-ahead', ([number = '', , grade = '']) => [number, '2026-03-03', grade]],
  ['grade', 'unknown-word', ([number = '', day = '']) => [number, day, 'd']],
  [null, 'too-many-cells', row => [...row, '', 'more']],
];

const csv = (rows: readonly (readonly string[])[]) =>
  ['number,day,grade,reason', ...rows.map(row => row.join(','))].join('\n');

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  beforeAll(async () => {
    prison = await openTestServer(open);
    office = await prison.loginAs('documentation-office');
  });
  afterAll(() => prison.close());
  const take = (noun: ImportNoun, text: string, apply: boolean, after = 0) =>
    office('POST /api/imports', {}, { body: { noun, text, apply, after } });
  const count = async (table: 'earnings_entry' | 'prisoner' | 'log_entry' | 'sentence_entry') => {
    const { n } = await prison.server.database.read
      .selectFrom(table)
      .select(eb => eb.fn.countAll().as('n'))
      .executeTakeFirstOrThrow();
    return Number(n);
  };

  describe('a file of prisoners', () => {
    it('adds who is new, changes who moved, and says so before it does', async () => {
      const rows = Array.from({ length: people }, (_, at) => `${numberOf(at)},Person ${at},B,convicted`);
      const text = [
        'number,name,wing,class',
        '101/26,otieno,B,convicted',
        '102/26,wanjiru,A,convicted',
        ...rows,
      ].join('\n');
      const dry = await take('prisoners', text, false);
      expect(dry.body).toMatchObject({
        rows: people + 2,
        counts: { add: people, change: 1, same: 1 },
        errors: [],
        taken: null,
      });
      expect(dry.body.changes[0]).toEqual({
        line: 2,
        deed: 'change',
        number: '101/26',
        name: 'otieno',
        words: ['otieno', 'B', 'convicted'],
      });
      expect(await count('prisoner')).toBe(3);
      const [leaves, taken] = [await count('log_entry'), await take('prisoners', text, true)];
      expect(taken.body.taken).not.toBeNull();
      expect(await count('prisoner')).toBe(people + 3);
      // One leaf for the file, and one for each person who came or changed.
      expect((await count('log_entry')) - leaves).toBe(1 + people + 1);
    });

    it('may say who is to have pictures for a PIN, and leaves what it does not say', async () => {
      const said = 'number,name,wing,class,pin\n990/26,Abel of pictures,B,civil,pictures';
      expect((await take('prisoners', said, true)).body.counts).toMatchObject({ add: 1 });
      const silent = 'number,name,wing,class\n990/26,Abel of pictures,B,civil';
      expect((await take('prisoners', silent, false)).body.counts).toMatchObject({ same: 1 });
      const { without } = (await office('GET /api/pins')).body;
      expect(without.find(({ number }) => number === '990/26')?.kind).toBe('pictures');
      const wrong = 'number,name,wing,class,pin\n991/26,Nobody,B,civil,faces';
      expect((await take('prisoners', wrong, false)).body.errors).toMatchObject([
        { line: 2, column: 'pin', mistake: 'unknown-word' },
      ]);
    });

    it('brings the next day in court and the sex, adds neither twice, and asks for both of a day', async () => {
      const file = (row: string) => `number,name,wing,class,sex,court_day,court\n${row}`;
      const named = '992/26,Ruth of the court,B,remand';
      expect((await take('prisoners', file(`${named},female,2026-04-15,Nakuru`), true)).status).toBe(200);
      const { body } = await office('GET /api/prisoners', { search: '992/26' });
      const ruth = { id: body.prisoners[0]?.id ?? '' };
      const courtDay = async () => (await office('GET /api/prisoners/:id/sentence', ruth)).body.view.courtDay;
      expect(await courtDay()).toEqual({ on: '2026-04-15', court: 'Nakuru' });
      const again = await take('prisoners', file(`${named},,2026-04-15,Nakuru`), false);
      expect(again.body.counts).toEqual({ add: 0, change: 0, same: 1 });
      expect((await take('prisoners', file(`${named},,2026-03-20,Eldoret`), true)).body.counts.change).toBe(
        1,
      );
      expect(await courtDay()).toEqual({ on: '2026-03-20', court: 'Eldoret' });
      const kept = await prison.server.database.read
        .selectFrom('prisoner')
        .select('sex')
        .where('id', '=', ruth.id)
        .executeTakeFirst();
      expect(kept?.sex).toBe('female');
      for (const [row, column] of [
        [`${named},,2026-04-15,`, 'court'],
        [`${named},,,Nakuru`, 'court_day'],
      ])
        expect((await take('prisoners', file(row ?? ''), false)).body.errors).toEqual([
          { line: 2, column, mistake: 'missing' },
        ]);
    });

    it('signs nobody in before his slip is made', async () => {
      const kiosk = await prison.asKiosk(await prison.enrolKiosk());
      const tried = await kiosk(
        'POST /api/prisoners/sign-in',
        {},
        { body: { number: numberOf(0), pin: '000000' } },
      );
      expect(tried.problem).toBe('sign-in-wrong');
    });
  });

  describe('20,000 rows of work', () => {
    const planted = new Map(
      Array.from({ length: 40 }, (_, at) => [37 + at * 491, spoilers[at % spoilers.length]] as const),
    );
    const spoiled = workRows().map((row, at) => planted.get(at)?.[2](row) ?? row);

    it('with 40 planted errors tell each with its line, and nothing is taken in', async () => {
      const { body, status } = await take('work', csv(spoiled), false);
      expect(status).toBe(200);
      expect(body.errors).toEqual(
        [...planted].map(([at, spoiler]) => ({ line: at + 2, column: spoiler?.[0], mistake: spoiler?.[1] })),
      );
      expect(body.errors).toHaveLength(40);
      expect(body.counts.add).toBe(people * days - 40);
      expect((await take('work', csv(spoiled), true)).problem).toBe('import-has-errors');
      expect(await count('earnings_entry')).toBe(0);
    }, 60_000);

    it('are taken in whole once they are right, each with its leaf, and never twice', async () => {
      const leaves = await count('log_entry');
      const { body } = await take('work', csv(workRows()), true, people * days - 100);
      expect(body.taken).not.toBeNull();
      expect(body.changes).toHaveLength(101);
      expect(await count('earnings_entry')).toBe(people * days);
      expect((await count('log_entry')) - leaves).toBe(people * days + 1);
      expect((await take('work', csv(workRows()), true)).problem).toBe('import-again');
      const more = csv([...workRows().slice(0, 2), [numberOf(0), '2026-02-28', 'a']]);
      expect((await take('work', more, false)).body.errors).toEqual([
        { line: 2, column: 'day', mistake: 'already-entered' },
        { line: 3, column: 'day', mistake: 'already-entered' },
      ]);
    }, 60_000);

    it('let nobody spend more in a file of the canteen than he may', async () => {
      const { read } = prison.server.database;
      const first = await read
        .selectFrom('prisoner_number')
        .select('prisoner_id')
        .where('number', '=', numberOf(0))
        .executeTakeFirstOrThrow();
      const id = first.prisoner_id;
      const before = (await office('GET /api/prisoners/:id/earnings', { id })).body.view.balance;
      const sum = (cents: number) => (cents / 100).toFixed(2);
      const text = (last: number) =>
        [
          'number,day,sum,reason',
          `${numberOf(0)},2026-03-01,${sum(before.spendable - 10)},Canteen book`,
          `${numberOf(0)},2026-03-02,${sum(last)},Canteen book`,
        ].join('\n');
      expect((await take('canteen', text(11), false)).body.errors).toEqual([
        { line: 3, column: 'sum', mistake: 'beyond-spendable' },
      ]);
      expect((await take('canteen', text(10), true)).status).toBe(200);
      const { balance } = (await office('GET /api/prisoners/:id/earnings', { id })).body.view;
      expect(balance).toEqual({ ...before, spendable: 0 });
    });
  });

  describe('files of sentences and stages', () => {
    it('name an earlier row to run after, and are counted like typed ones', async () => {
      const text = [
        'number,date,years,months,key,after,reason',
        '102/26,2025-02-01,2,0,first,,Warrant 7',
        '102/26,2025-02-01,1,0,,first,Warrant 8',
        '103/26,2025-02-01,1,0,,first,Warrant 9',
      ];
      expect((await take('sentences', text.join('\n'), false)).body.errors).toEqual([
        { line: 4, column: 'after', mistake: 'unknown-after' },
      ]);
      expect((await take('sentences', text.slice(0, 3).join('\n'), true)).status).toBe(200);
      const id = prison.cast.prisoners.wanjiru;
      const { view } = (await office('GET /api/prisoners/:id/sentence', { id })).body;
      // Two years and one after another are three: 1,095 days, a third of which is 365.
      expect(view.computed).toMatchObject({ ok: true, latest: '2028-01-31', remission: 365 });
      const stages =
        'number,stage,on,decided_by,reason\n102/26,first,2025-02-01,The stage board,On admission';
      expect((await take('stages', stages, true)).status).toBe(200);
      expect((await office('GET /api/prisoners/:id/stage', { id })).body.view.stage).toBe('first');
    });
  });

  describe('files of punishments and forfeitures', () => {
    const head = 'number,lost,what,ordered_by,order,from,to,reason';
    const cell = '102/26,separate-cell,Separate cell,Officer in charge,PB 3,2026-02-10,2026-02-16,Page 3';
    const id = () => prison.cast.prisoners.wanjiru;
    const dates = async () => (await office('GET /api/prisoners/:id/sentence', { id: id() })).body.view;

    it('are counted: days in a separate cell earn nothing; each order once', async () => {
      const text = [head, cell, cell, cell.replace('2026-02-10,2026-02-16', '2026-02-20,2026-02-19')];
      expect((await take('punishments', text.join('\n'), false)).body.errors).toEqual([
        { line: 3, column: 'order', mistake: 'already-entered' },
        { line: 4, column: 'to', mistake: 'end-before-start' },
      ]);
      const open = cell
        .replace('PB 3,2026-02-10,2026-02-16', 'PB 4,2026-02-20,2099-01-01')
        .replace('separate-cell', 'privilege');
      expect((await take('punishments', [head, cell, open].join('\n'), true)).status).toBe(200);
      // Of 1,095 days 7 earn nothing: a third of 1,088, rounded down.
      expect((await dates()).computed).toMatchObject({ ok: true, remission: 362 });
    });

    it('take no more remission than there is, the rows before counted', async () => {
      const forfeited = (order: string, days: number) =>
        `102/26,${days},Officer in charge,${order},2026-02-11,Page 5`;
      const file = (last: number) =>
        [
          'number,days,ordered_by,order,heard_on,reason',
          forfeited('PB 5', 300),
          forfeited('PB 6', last),
        ].join('\n');
      expect((await take('forfeitures', file(63), false)).body.errors).toEqual([
        { line: 3, column: 'days', mistake: 'beyond-remission' },
      ]);
      expect((await take('forfeitures', file(62), true)).status).toBe(200);
      const view = await dates();
      expect(view.computed).toMatchObject({ ok: true, latest: '2028-01-31', earliest: '2028-01-31' });
      expect((await take('forfeitures', file(1), false)).body.errors).toHaveLength(2);
    });

    it('and money that was sent home comes out of what he may spend', async () => {
      const text = (sum: string) => `number,day,sum,reason\n${numberOf(1)},2026-03-01,${sum},Remittance book`;
      expect((await take('remittances', text('900.00'), false)).body.errors).toEqual([
        { line: 2, column: 'sum', mistake: 'beyond-spendable' },
      ]);
      expect((await take('remittances', text('0.10'), true)).status).toBe(200);
    });
  });

  describe('the template files', () => {
    it.each(importNouns)('of %s are files that can be read', async noun => {
      const text = readFileSync(join(import.meta.dirname, `../../../docs/templates/${noun}.csv`), 'utf8');
      const { body } = await take(noun, text, false);
      // Its people are not in this prison; everything else about its rows is right.
      const others = body.errors.filter(
        ({ mistake }) => mistake !== 'unknown-number' && mistake !== 'unknown-wing',
      );
      expect(others).toEqual([]);
      expect(body.rows).toBeGreaterThan(1);
    });
  });
});
