import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  let office: Asking;
  let deputy: Asking;
  let today = '';
  beforeAll(async () => {
    prison = await openTestServer(open);
    office = await prison.loginAs('documentation-office');
    deputy = await prison.loginAs('deputy');
    today = prison.clock.now().toZonedDateTimeISO('Africa/Nairobi').toPlainDate().toString();
  });
  afterAll(() => prison.close());
  const day = (days: number) => Temporal.PlainDate.from(today).add({ days }).toString();
  const list = async () => (await office('GET /api/work-list')).body;
  const line = async (id: string, noun: 'sentence' | 'stage', kind: string, content: object) => {
    const body = { kind, reason: 'Book 3', content };
    const answer = await office(`POST /api/prisoners/:id/${noun}/lines`, { id }, { body });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  };
  const happened = async (id: string, kind: string, on: string) => {
    const body = { kind, on, reason: 'Book 4' };
    expect((await office('POST /api/prisoners/:id/events', { id }, { body })).status).toBe(200);
  };
  const sentence = (date: string) => ({
    date,
    years: 0,
    months: 3,
    days: 0,
    kind: 'definite',
    consecutiveTo: null,
    custodyDays: 0,
    fineCents: 0,
    court: null,
  });

  it('names the convicted without a sentence until one is entered', async () => {
    const { otieno, wanjiru } = prison.cast.prisoners;
    expect((await list()).withoutSentence.map(({ name }) => name)).toEqual(['barasa', 'otieno', 'wanjiru']);
    await line(otieno, 'sentence', 'sentence', sentence(day(-70)));
    const body = { kind: 'class', class: 'remand', on: today, reason: 'Court order' };
    await office('POST /api/prisoners/:id/events', { id: wanjiru }, { body });
    expect((await list()).withoutSentence.map(({ name }) => name)).toEqual(['barasa']);
  });

  it('has a release of the next sixty days, and what is done for it', async () => {
    const { otieno } = prison.cast.prisoners;
    expect((await list()).releases).toEqual([]);
    await line(otieno, 'sentence', 'dates', { earliest: day(61), latest: day(70) });
    expect((await list()).releases).toEqual([]);
    await line(otieno, 'sentence', 'dates', { earliest: day(60), latest: day(70) });
    const row = async () => (await list()).releases[0];
    expect(await row()).toMatchObject({
      name: 'otieno',
      earliest: day(60),
      // The sentence of three months says another day.
      check: 'being-checked',
      interviewed: false,
      fare: false,
    });
    await happened(otieno, 'discharge-interview', today);
    await happened(otieno, 'fare-not-needed', today);
    expect(await row()).toMatchObject({ interviewed: true, fare: true });
  });

  it('follows rule 94: one has checked, two have checked', async () => {
    const { otieno: id } = prison.cast.prisoners;
    const { computed } = (await office('GET /api/prisoners/:id/sentence', { id })).body.view;
    if (!computed.ok) throw new Error('it can be counted');
    await line(id, 'sentence', 'dates', { earliest: computed.earliest, latest: computed.latest });
    const row = async () => (await list()).releases.map(({ check, first }) => [check, first]);
    expect(await row()).toEqual([['not-checked', false]]);
    await office('POST /api/prisoners/:id/sentence/check', { id });
    expect(await row()).toEqual([['not-checked', true]]);
    await deputy('POST /api/prisoners/:id/sentence/check', { id });
    expect(await row()).toEqual([['checked', false]]);
  });

  it('has a forfeiture until he opened it, and dates that changed until he saw them', async () => {
    const { otieno } = prison.cast.prisoners;
    const { ask } = await prison.signInAs(await prison.enrolKiosk(), 'otieno');
    await ask('POST /api/sentence/open');
    expect((await list()).changed).toEqual([]);
    await line(otieno, 'sentence', 'forfeiture', {
      days: 4,
      orderedBy: 'The officer in charge',
      order: '7/26',
      heardOn: null,
    });
    await line(otieno, 'sentence', 'dates', { earliest: day(20), latest: day(30) });
    expect(await list()).toMatchObject({
      notices: [{ name: 'otieno', days: 4 }],
      changed: [{ name: 'otieno', now: day(20) }],
    });
    const { notices } = (await ask('POST /api/sentence/open')).body;
    await ask('POST /api/notices/:id', { id: notices[0]?.id ?? '' }, { body: { answer: 'opened' } });
    expect(await list()).toMatchObject({ notices: [], changed: [] });
  });

  it('has newcomers from the day after, until examined and seen', async () => {
    const { barasa } = prison.cast.prisoners;
    const newcomers = async () => (await list()).newcomers;
    await happened(barasa, 'admitted', day(-1));
    expect(await newcomers()).toMatchObject([{ name: 'barasa', examined: false, interviewed: false }]);
    await happened(barasa, 'medical-examination', day(-1));
    expect(await newcomers()).toMatchObject([{ examined: true, interviewed: false }]);
    await happened(barasa, 'reception-interview', today);
    expect(await newcomers()).toEqual([]);
  });

  it('has a review of a stage two weeks ahead, until a decision follows', async () => {
    const { barasa } = prison.cast.prisoners;
    const reviews = async () => (await list()).reviews.map(({ name, on }) => [name, on]);
    await line(barasa, 'stage', 'review', { on: day(15) });
    expect(await reviews()).toEqual([]);
    await line(barasa, 'stage', 'review', { on: day(14) });
    expect(await reviews()).toEqual([['barasa', day(14)]]);
    await line(barasa, 'stage', 'stage', { stage: 'first', on: today, decidedBy: 'The board' });
    expect(await reviews()).toEqual([]);
  });

  it('leaves out whoever left', async () => {
    await happened(prison.cast.prisoners.otieno, 'released', today);
    expect((await list()).releases).toEqual([]);
  });
});
