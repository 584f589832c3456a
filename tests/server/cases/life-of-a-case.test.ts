import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CasePage } from '../../../shared/submission/case-schema.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { makeCase } from './make-case.ts';

type As = Awaited<ReturnType<TestServer['loginAs']>>;

withDatabases(open => {
  let prison: TestServer;
  let charge: As;
  let reader: As;
  let kitchen: As;
  let commissioner: As;
  let justice: As;
  beforeAll(async () => {
    prison = await openTestServer(open);
    charge = await prison.loginAs('officer-in-charge');
    reader = await prison.loginAs('first-reader');
    kitchen = await prison.loginAs('unit-officer');
    commissioner = await prison.loginAs('commissioner');
    justice = await prison.loginAs('visiting-justice');
  });
  afterAll(() => prison.close());

  const pageOf = async (as: As, number: number): Promise<CasePage> => {
    const answer = await as('GET /api/cases/:number', { number });
    expect(answer.problem).toBeNull();
    return answer.body;
  };
  const versionOf = async (number: number): Promise<number> => (await pageOf(justice, number)).version;
  const answerBody = {
    outcome: 'done',
    on: '2026-03-02',
    next: null,
    text: 'Beans are cooked longer now.',
  } as const;
  const eventsOf = (id: string) =>
    prison.server.database.read
      .selectFrom('event')
      .selectAll()
      .where('submission_id', '=', id)
      .orderBy('position')
      .execute();
  const logSize = async () =>
    (
      await prison.server.database.read
        .selectFrom('log_head')
        .select('size')
        .where('prison_id', '=', prison.cast.prisonId)
        .executeTakeFirstOrThrow()
    ).size;

  describe('a case', () => {
    it('goes to a unit, is answered there and sent after its ten seconds, each step with history and log', async () => {
      const { number, id } = await makeCase(prison);
      const before = await logSize();
      const routed = await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 0, unit: 'kitchen', personNeeded: false, note: 'Look at the stove.' } },
      );
      expect(routed.body).toEqual({ done: true });
      const answered = await kitchen(
        'POST /api/cases/:number/answer',
        { number },
        { body: { version: 1, ...answerBody } },
      );
      expect(answered.body).toMatchObject({
        outcome: 'done',
        language: 'sw',
        state: 'pending',
        author: 'The unit-officer',
        sendsAt: '2026-03-02T07:00:10.000Z',
      });
      await prison.settle();
      expect((await pageOf(kitchen, number)).state).toBe('routed');
      prison.clock.pass({ seconds: 10 });
      await prison.settle();
      const page = await pageOf(kitchen, number);
      expect(page).toMatchObject({ state: 'answered', replyPending: false, version: 3 });
      expect(page.replies).toMatchObject([{ state: 'sent', text: answerBody.text }]);
      expect((await eventsOf(id)).map(event => [event.position, event.action, event.to_state])).toEqual([
        [1, 'receive', 'triage'],
        [2, 'route', 'routed'],
        [3, 'answer', 'routed'],
        [4, 'send', 'answered'],
      ]);
      expect(await logSize()).toBe(before + 3);
    });

    it('is called back in time, and not after', async () => {
      const { number } = await makeCase(prison);
      const at = { number };
      await charge('POST /api/cases/:number/answer', at, { body: { version: 0, ...answerBody } });
      const second = await charge('POST /api/cases/:number/answer', at, {
        body: { version: 1, ...answerBody },
      });
      expect(second.problem).toBe('reply-pending');
      prison.clock.pass({ seconds: 9 });
      const inTime = await charge('POST /api/cases/:number/call-back', at, { body: { version: 1 } });
      expect(inTime.status).toBe(200);
      prison.clock.pass({ minutes: 1 });
      await prison.settle();
      expect(await pageOf(charge, number)).toMatchObject({
        state: 'triage',
        replyPending: false,
        replies: [{ state: 'called-back' }],
      });
      await charge('POST /api/cases/:number/answer', at, { body: { version: 2, ...answerBody } });
      prison.clock.pass({ seconds: 10 });
      const late = await charge('POST /api/cases/:number/call-back', at, { body: { version: 3 } });
      // The work behind the routes may have sent it in this very second.
      expect(['too-late-to-call-back', 'changed-meanwhile']).toContain(late.problem);
      await prison.settle();
      expect((await pageOf(charge, number)).state).toBe('answered');
    });

    it('is decided on what was seen: an older version changes nothing', async () => {
      const { number } = await makeCase(prison);
      const note = (version: number) =>
        charge('POST /api/cases/:number/note', { number }, { body: { version, note: 'Seen.' } });
      expect((await note(0)).status).toBe(200);
      expect((await note(0)).problem).toBe('changed-meanwhile');
      expect((await pageOf(charge, number)).version).toBe(1);
    });

    it('is answered once when two officers answer at the same moment', async () => {
      const { number } = await makeCase(prison);
      const deputy = await prison.loginAs('deputy');
      const body = { version: 0, ...answerBody };
      const both = await Promise.all(
        [charge, deputy].map(as => as('POST /api/cases/:number/answer', { number }, { body })),
      );
      expect(both.map(answer => answer.problem ?? 'done').sort()).toEqual(['changed-meanwhile', 'done']);
      expect((await pageOf(charge, number)).replies).toHaveLength(1);
    });

    it.each([
      ['no text', { outcome: 'done', on: '2026-03-02', next: null, text: '   ' }, 'text'],
      ['done, without a day', { outcome: 'done', on: null, next: null, text: 'Done.' }, 'on'],
      ['to be done, without a day', { outcome: 'will-be-done', on: null, next: null, text: 'Soon.' }, 'on'],
      ['a day that no calendar has', { outcome: 'done', on: '2026-02-30', next: null, text: 'Done.' }, 'on'],
      ['not done, and nowhere to go', { outcome: 'not-done', on: null, next: null, text: 'No.' }, 'next'],
      ['passed on, to nobody', { outcome: 'passed-on', on: null, next: ' ', text: 'Passed.' }, 'next'],
    ])('is not answered by a reply with %s', async (_, reply, field) => {
      const { number } = await makeCase(prison);
      const { problem, raw } = await charge(
        'POST /api/cases/:number/answer',
        { number },
        { body: { version: 0, ...reply } },
      );
      expect(problem).toBe('outcome-incomplete');
      expect(raw.json().detail).toBe(field);
      expect((await pageOf(charge, number)).replies).toEqual([]);
    });

    it.each([
      ['done in another century', 'done', '1900-01-01', 'before-received'],
      ['done tomorrow', 'done', { days: 1 }, 'not-yet'],
      ['to be done yesterday', 'will-be-done', { days: -1 }, 'over'],
      ['to be done when nobody remembers', 'will-be-done', '2999-01-01', 'too-far'],
      ['to be done a day after the longest promise', 'will-be-done', { days: 121 }, 'too-far'],
    ] as const)('is not answered by what is %s', async (_, outcome, day, detail) => {
      const { number } = await makeCase(prison);
      const here = prison.clock.now().toZonedDateTimeISO('Africa/Nairobi').toPlainDate();
      const on = typeof day === 'string' ? day : here.add(day).toString();
      const body = { version: 0, outcome, on, next: null, text: 'Words.' };
      const { problem, raw } = await charge('POST /api/cases/:number/answer', { number }, { body });
      expect([problem, raw.json().detail]).toEqual(['outcome-day', detail]);
      expect((await pageOf(charge, number)).replies).toEqual([]);
      const longest = here.add({ days: 120 }).toString();
      const sound = { ...body, outcome: 'will-be-done', on: longest };
      expect((await charge('POST /api/cases/:number/answer', { number }, { body: sound })).status).toBe(200);
    });

    it('comes back from a unit with a reason, and is then not the unit’s to see', async () => {
      const { number } = await makeCase(prison, { state: 'routed', person_needed: 1 });
      const back = await kitchen(
        'POST /api/cases/:number/return',
        { number },
        { body: { version: 0, note: 'This is the stores’.' } },
      );
      expect(back.status).toBe(200);
      expect((await kitchen('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      expect(await pageOf(charge, number)).toMatchObject({
        state: 'triage',
        unit: null,
        personNeeded: false,
      });
    });

    it('is closed without the prisoner’s word only with a reason', async () => {
      const { number } = await makeCase(prison, { state: 'answered' });
      const close = (note: string) =>
        charge('POST /api/cases/:number/close', { number }, { body: { version: 0, note } });
      expect((await close('')).problem).toBe('malformed');
      expect((await close('He was released.')).status).toBe(200);
      const page = await pageOf(charge, number);
      expect(page.state).toBe('closed');
      expect(page.history.at(-1)).toMatchObject({
        action: 'close',
        by: 'The officer-in-charge',
        detail: { note: 'He was released.' },
      });
    });
  });

  describe('the first reader', () => {
    const pass = (as: As, number: number, named: readonly string[], namedOther: readonly string[] = []) =>
      as('POST /api/cases/:number/pass', { number }, { body: { version: 0, named, namedOther } });

    it('records who is named: they and everyone under them never see it again', async () => {
      const { number } = await makeCase(prison, { state: 'reading', text: 'The kitchen sells our meat.' });
      await pass(reader, number, [prison.cast.staff['unit-officer']], ['Corporal Nobody']);
      const page = await pageOf(charge, number);
      expect(page).toMatchObject({ state: 'triage' });
      expect(page.named.map(one => one.name)).toEqual(['Corporal Nobody', 'The unit-officer']);
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 1, unit: 'kitchen', personNeeded: false, note: null } },
      );
      expect((await kitchen('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      // Under the one who is named, whatever the unit.
      const warder = await prison.loginAs('warder');
      await charge(
        'POST /api/cases/:number/route',
        { number },
        { body: { version: 2, unit: 'security', personNeeded: false, note: null } },
      );
      expect((await warder('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      expect((await warder('GET /api/cases', { list: 'open' })).body.cases).toEqual([]);
    });

    it.each([
      ['the officer in charge is named', ['officer-in-charge'], null],
      ['the deputy is named', ['deputy'], null],
      ['someone over the officer in charge is typed in', [], 'officer-in-charge'],
    ] as const)('sends it to headquarters when %s', async (_, named, typed) => {
      const { number } = await makeCase(prison, { state: 'reading', text: 'About the office.' });
      const passed = await pass(
        reader,
        number,
        named.map(name => prison.cast.staff[name]),
        typed ? [`  the ${typed.toUpperCase()} `] : [],
      );
      expect(passed.status).toBe(200);
      expect((await charge('GET /api/cases/:number', { number })).problem).toBe('not-yours-to-see');
      expect(await pageOf(commissioner, number)).toMatchObject({
        state: 'headquarters',
        owner: 'headquarters',
      });
      expect(await pageOf(justice, number)).toMatchObject({ state: 'headquarters' });
    });

    it('sends what the prisoner says is about the officer in charge to headquarters, whoever is named', async () => {
      const about = { rank: 'officer-in-charge', wing: null, name: null };
      const { number } = await makeCase(prison, { state: 'reading', about });
      await pass(reader, number, []);
      expect(await pageOf(commissioner, number)).toMatchObject({ state: 'headquarters' });
    });

    it('passes on without anybody named', async () => {
      const { number } = await makeCase(prison, { state: 'reading', text: 'Cold porridge.' });
      await pass(reader, number, []);
      expect(await pageOf(charge, number)).toMatchObject({ state: 'triage', named: [] });
    });

    it('cannot name who is not of this prison, and nothing is changed', async () => {
      const { number } = await makeCase(prison, { state: 'reading', text: 'x' });
      for (const id of [prison.cast.staff.commissioner, '00000000-0000-4000-8000-000000000000'])
        expect((await pass(reader, number, [id])).problem).toBe('named-unknown');
      expect(await versionOf(number)).toBe(0);
    });

    it('is never one of the writer’s own wing', async () => {
      const { number } = await makeCase(prison, { state: 'reading', text: 'x' });
      const ofWing = await prison.loginAs('first-reader-of-wing-a');
      expect((await pass(ofWing, number, [])).problem).toBe('not-yours-to-see');
      expect((await ofWing('GET /api/cases', { list: 'reading' })).body.cases).toEqual([]);
    });

    it('finds every officer of the prison to name, and nobody from outside it', async () => {
      const { officers } = (await reader('GET /api/officers')).body;
      const names = officers.map(officer => officer.name);
      expect(names).toContain('The officer-in-charge');
      expect(names).toContain('The medical-officer');
      expect(names).not.toContain('The visiting-justice');
      expect(names).not.toContain('The commissioner');
      expect(names).not.toContain('The administrator');
    });
  });
});
