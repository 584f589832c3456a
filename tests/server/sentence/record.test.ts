import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

const sentence = (more: object = {}) => ({
  kind: 'sentence',
  reason: 'Warrant 77/25, Nakuru',
  content: {
    date: '2025-02-01',
    years: 3,
    months: 0,
    days: 0,
    kind: 'definite',
    consecutiveTo: null,
    custodyDays: 0,
    fineCents: 0,
    court: 'Nakuru',
    ...more,
  },
});
const forfeiture = (days: number) => ({
  kind: 'forfeiture',
  reason: 'Fighting, rule 66',
  content: { days, orderedBy: 'The officer in charge', order: 'PB 12/26', heardOn: '2026-02-20' },
});
const dates = (latest: string, earliest: string) => ({
  kind: 'dates',
  reason: 'Register of releases',
  content: { latest, earliest },
});

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let head: Asking;
  let deputy: Asking;
  let own: Asking;
  let id = '';
  beforeAll(async () => {
    prison = await openTestServer(open);
    [office, head, deputy] = [
      await prison.loginAs('documentation-office'),
      await prison.loginAs('officer-in-charge'),
      await prison.loginAs('deputy'),
    ];
    own = (await prison.signInAs(await prison.enrolKiosk(), 'wanjiru')).ask;
    id = prison.cast.prisoners.wanjiru;
  });
  afterAll(() => prison.close());
  const add = (body: object) => office('POST /api/prisoners/:id/sentence/lines', { id }, { body });
  const page = async () => (await office('GET /api/prisoners/:id/sentence', { id })).body;
  const shown = async () => {
    prison.clock.pass({ seconds: 1 });
    return (await own('POST /api/sentence/open')).body;
  };

  describe('a record', () => {
    it('is counted from its lines: three years are twelve months of remission', async () => {
      expect((await shown()).computed).toEqual({ ok: false, refusal: 'no-sentence' });
      expect((await add(sentence())).status).toBe(200);
      const { computed, state, recorded, long } = await shown();
      // 1 February 2025 to 31 January 2028 are 1095 days; a third is 365.
      expect(computed).toMatchObject({
        ok: true,
        latest: '2028-01-31',
        earliest: '2027-01-31',
        totalDays: 1095,
        remission: 365,
      });
      expect({ state, recorded, long }).toEqual({ state: 'not-entered', recorded: null, long: true });
    });

    it('shows the dates that were kept by hand, and says when they differ from the count', async () => {
      await add(dates('2028-01-31', '2027-02-15'));
      expect(await shown()).toMatchObject({ state: 'being-checked', recorded: { earliest: '2027-02-15' } });
      expect((await office('POST /api/prisoners/:id/sentence/check', { id })).problem).toBe(
        'nothing-to-check',
      );
      const wrong = (await page()).lines.find(line => line.kind === 'dates');
      const undone = { body: { entry: wrong?.id ?? '', reason: 'Read from the wrong line' } };
      expect((await office('POST /api/prisoners/:id/sentence/reversals', { id }, undone)).status).toBe(200);
      expect((await office('POST /api/prisoners/:id/sentence/reversals', { id }, undone)).problem).toBe(
        'already-decided',
      );
      await add(dates('2028-01-31', '2027-01-31'));
      expect((await shown()).state).toBe('not-checked');
      const { lines } = await page();
      expect(lines.filter(line => line.kind === 'dates')).toHaveLength(2);
      expect(lines.find(line => line.id === wrong?.id)?.reversed).toBe(true);
    });

    it('is checked by two people, the second never under the first', async () => {
      expect((await head('POST /api/prisoners/:id/sentence/check', { id })).problem).toBe('nothing-to-check');
      expect((await office('POST /api/prisoners/:id/sentence/check', { id })).status).toBe(200);
      expect((await office('POST /api/prisoners/:id/sentence/check', { id })).problem).toBe(
        'already-decided',
      );
      expect((await shown()).state).toBe('not-checked');
      expect((await deputy('GET /api/prisoners/:id/sentence', { id })).body.check?.maySecond).toBe(true);
      expect((await deputy('POST /api/prisoners/:id/sentence/check', { id })).status).toBe(200);
      expect(await shown()).toMatchObject({ state: 'checked', checkedOn: '2026-03-02' });
    });

    it('loses remission by a forfeiture, is being checked again, and asks that it be heard', async () => {
      expect((await add(forfeiture(30))).status).toBe(200);
      const view = await shown();
      expect(view).toMatchObject({
        state: 'being-checked',
        computed: { earliest: '2027-03-02', lost: 30, left: 335 },
      });
      const [notice] = view.notices;
      expect(notice).toMatchObject({ days: 30, orderedBy: 'The officer in charge', answer: null });
      const answer = (kind: string) =>
        own('POST /api/notices/:id', { id: notice?.id ?? '' }, { body: { answer: kind } });
      await answer('opened');
      await answer('disagree');
      // Having heard it afterwards takes no disagreement back.
      await answer('heard');
      expect((await shown()).notices[0]?.answer).toBe('disagree');
    });

    it('never forfeits more than there is (rule 79)', async () => {
      expect((await add(forfeiture(336))).problem).toBe('forfeiture-beyond-remission');
      expect((await add(forfeiture(335))).status).toBe(200);
    });

    it('keeps what its owner was shown, each time that it was something else', async () => {
      await shown();
      await shown();
      const { shown: kept } = await page();
      const states = kept.map(({ view }) => view.state).toReversed();
      expect(states.slice(0, 5)).toEqual([
        'not-entered',
        'not-entered',
        'being-checked',
        'not-checked',
        'checked',
      ]);
      expect(new Set(kept.map(({ view }) => JSON.stringify(view))).size).toBe(kept.length);
    });

    it.each([
      ['a day that no calendar has', sentence({ date: '2025-02-30' })],
      [
        'an end before its beginning',
        {
          kind: 'bail',
          reason: 'x',
          content: { from: '2026-02-02', to: '2026-02-01' },
        },
      ],
      ['an earliest date after the latest', dates('2027-01-01', '2027-01-02')],
    ])('refuses %s', async (_, body) => {
      expect((await add(body)).problem).toBe('value-wrong');
    });

    it('cannot be changed or thinned out behind its back', async () => {
      const { write } = prison.server.database;
      await expect(write.deleteFrom('sentence_entry').execute()).rejects.toThrow();
      await expect(write.updateTable('sentence_entry').set({ reason: 'other' }).execute()).rejects.toThrow();
    });
  });

  describe('a life sentence', () => {
    it('has no dates, and nobody pretends that it has', async () => {
      const barasa = prison.cast.prisoners.barasa;
      await office(
        'POST /api/prisoners/:id/sentence/lines',
        { id: barasa },
        {
          body: sentence({ kind: 'life', years: 0 }),
        },
      );
      const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'barasa');
      expect((await ask('POST /api/sentence/open')).body.computed).toEqual({ ok: false, refusal: 'life' });
    });
  });

  describe('somebody else’s record', () => {
    it('is opened neither to officers without the right nor by a notice that is not one’s own', async () => {
      for (const name of [
        'first-reader',
        'unit-officer',
        'medical-officer',
        'administrator',
      ] as StaffName[]) {
        const ask = await prison.loginAs(name);
        expect((await ask('GET /api/prisoners/:id/sentence', { id })).problem).toBe('not-your-role');
      }
      for (const path of ['GET /api/cases', 'GET /api/cases/counts'] as const)
        expect((await office(path)).problem).toBe('not-your-role');
      const notice = (await shown()).notices[0]?.id ?? '';
      const other = (await prison.signInAs(await prison.enrolKiosk(), 'otieno')).ask;
      expect(
        (await other('POST /api/notices/:id', { id: notice }, { body: { answer: 'heard' } })).problem,
      ).toBe('not-found');
    });
  });

  describe('a check after midnight', () => {
    it('bears the prison’s day, not that of Greenwich', async () => {
      const otieno = prison.cast.prisoners.otieno;
      const line = (body: object) =>
        office('POST /api/prisoners/:id/sentence/lines', { id: otieno }, { body });
      await line(sentence());
      await line(dates('2028-01-31', '2027-01-31'));
      // Half past one in the night of the 4th in Nairobi is half past ten in the evening of the 3rd in UTC.
      prison.clock.set('2026-03-03T22:30:00Z');
      const [clerk, second] = [await prison.loginAs('documentation-office'), await prison.loginAs('deputy')];
      expect((await clerk('POST /api/prisoners/:id/sentence/check', { id: otieno })).status).toBe(200);
      expect((await second('POST /api/prisoners/:id/sentence/check', { id: otieno })).status).toBe(200);
      const { body } = await second('GET /api/prisoners/:id/sentence', { id: otieno });
      expect(body.view).toMatchObject({ state: 'checked', checkedOn: '2026-03-04' });
    });
  });

  it('a day in court is entered, stands in the record, and is undone by a line that says why', async () => {
    // The clock has run far by now: nobody's session is left.
    office = await prison.loginAs('documentation-office');
    const content = { on: '2099-05-04', court: 'Nakuru' };
    const entered = await add({ kind: 'court-day', reason: 'Production order 9/26', content });
    expect((await page()).view.courtDay).toEqual(content);
    const undo = { entry: entered.body.id, reason: 'The court put it off' };
    expect((await office('POST /api/prisoners/:id/sentence/reversals', { id }, { body: undo })).status).toBe(
      200,
    );
    expect((await page()).view.courtDay).toBeNull();
    const wrong = { kind: 'court-day', reason: 'Slip', content: { ...content, on: '2099-02-30' } };
    expect((await add(wrong)).problem).toBe('value-wrong');
  });
});
