import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { type MadeCase, makeCase, makeCases } from './make-case.ts';

const beans = { problem: 'spoiled' } as const;
const done = { outcome: 'done', on: '2026-03-02', next: null } as const;
const texts = [
  { language: 'en', text: 'The beans were cooked again.' },
  { language: 'sw', text: 'Maharagwe yalipikwa tena.' },
];
const seen = (cases: readonly MadeCase[]) => cases.map(({ number }) => ({ number, version: 0 }));

withDatabases(open => {
  let prison: TestServer;
  let charge: Awaited<ReturnType<TestServer['loginAs']>>;
  beforeAll(async () => {
    prison = await openTestServer(open);
    charge = await prison.loginAs('officer-in-charge');
  });
  afterAll(() => prison.close());

  const repliesOf = (cases: readonly MadeCase[]) =>
    prison.server.database.read
      .selectFrom('reply')
      .innerJoin('submission', 'submission.id', 'reply.submission_id')
      .select(['reply.language', 'reply.text', 'submission.language as his', 'submission.state'])
      .where(
        'submission_id',
        'in',
        cases.map(({ id }) => id),
      )
      .where('called_back_at', 'is', null)
      .execute();

  describe('several cases at once', () => {
    it('are answered in one go, each in its own language or else in Kiswahili, and sent after ten seconds', async () => {
      const languages = ['sw', 'en', 'luo'];
      const cases = await makeCases(
        prison,
        Array.from({ length: 34 }, (_, index) => ({ ...beans, language: languages[index % 3] ?? 'sw' })),
      );
      const answered = await charge(
        'POST /api/cases/answers',
        {},
        {
          body: { cases: seen(cases), ...done, texts },
        },
      );
      expect(answered.problem).toBeNull();
      expect(answered.body.sendsAt).toBe('2026-03-02T07:00:10.000Z');
      prison.clock.pass({ seconds: 10 });
      await prison.settle();
      const replies = await repliesOf(cases);
      expect(replies).toHaveLength(34);
      for (const { language, text, his, state } of replies) {
        expect(state).toBe('answered');
        expect(language).toBe(his === 'en' ? 'en' : 'sw');
        expect(text).toBe(texts.find(one => one.language === language)?.text);
      }
    });

    it('are all left as they were if one of them refuses, and the refusal says which', async () => {
      const cases = await makeCases(prison, [beans, { ...beans, pending: true }, beans]);
      const answered = await charge(
        'POST /api/cases/answers',
        {},
        {
          body: { cases: seen(cases), ...done, texts },
        },
      );
      expect(answered.body).toMatchObject({ problem: 'reply-pending', detail: String(cases[1]?.number) });
      expect(await repliesOf(cases)).toHaveLength(1);
      const routed = await charge(
        'POST /api/cases/routes',
        {},
        {
          body: { cases: [...seen(cases), { number: 999_999, version: 0 }], unit: 'kitchen', note: null },
        },
      );
      expect(routed.body).toMatchObject({ problem: 'not-yours-to-see', detail: '999999' });
    });

    it('leave out what is about an officer, or names one: that is answered by itself', async () => {
      const cases = await makeCases(prison, [
        { ...beans, about: { rank: 'warder', wing: null, name: null } },
        { ...beans, named: [prison.cast.staff.warder] },
      ]);
      for (const one of cases) {
        const body = { cases: seen([one]), ...done, texts };
        const { body: refusal } = await charge('POST /api/cases/answers', {}, { body });
        expect(refusal).toMatchObject({ problem: 'about-officer', detail: String(one.number) });
      }
    });

    it('need words that each can read', async () => {
      const cases = [await makeCase(prison, { ...beans, language: 'luo' })];
      const answered = await charge(
        'POST /api/cases/answers',
        {},
        {
          body: { cases: seen(cases), ...done, texts: [{ language: 'en', text: 'Done.' }] },
        },
      );
      expect(answered.problem).toBe('outcome-incomplete');
    });

    it('are called back together before their ten seconds are over, and not after', async () => {
      const cases = await makeCases(prison, [beans, beans]);
      const numbers = cases.map(({ number }) => number);
      const answer = () =>
        charge(
          'POST /api/cases/answers',
          {},
          {
            body: {
              cases: numbers.map(number => ({ number, version: 2 * round })),
              ...done,
              texts,
              on: prison.clock.now().toString().slice(0, 10),
            },
          },
        );
      let round = 0;
      expect((await answer()).problem).toBeNull();
      expect((await charge('POST /api/cases/call-backs', {}, { body: { numbers } })).problem).toBeNull();
      expect(await repliesOf(cases)).toHaveLength(0);
      round = 1;
      expect((await answer()).problem).toBeNull();
      prison.clock.pass({ seconds: 10 });
      const late = await charge('POST /api/cases/call-backs', {}, { body: { numbers } });
      // On their way, or already gone.
      expect(['too-late-to-call-back', 'nothing-pending']).toContain(late.problem);
    });

    it('go to a unit together', async () => {
      const cases = await makeCases(prison, [beans, beans]);
      const routed = await charge(
        'POST /api/cases/routes',
        {},
        {
          body: { cases: seen(cases), unit: 'kitchen', note: 'All of one evening.' },
        },
      );
      expect(routed.problem).toBeNull();
      const { body } = await charge('GET /api/cases/:number', { number: cases[1]?.number ?? 0 });
      expect(body).toMatchObject({ state: 'routed', unit: 'kitchen', personNeeded: false });
    });
  });

  describe('what several people say', () => {
    it('is told of as one: in which wing, how many people, over how many days; without those who have no name', async () => {
      const { otieno, ...others } = prison.cast.prisoners;
      const [second, third] = Object.values(others);
      const lice = { kind: 'bedding', problem: 'lice' } as const;
      const today = prison.clock.now().toString().slice(0, 10);
      const first = Temporal.PlainDate.from(today).subtract({ days: 2 }).toString();
      const [oldest, ...more] = await makeCases(prison, [
        { ...lice, prisoner_id: otieno, received_on: first },
        { ...lice, prisoner_id: second ?? '', received_on: today },
        { ...lice, prisoner_id: third ?? '', received_on: today },
        { ...lice, prisoner_id: third ?? '', received_on: today },
        { ...lice, identity: 'nameless', prisoner_id: null, wing_id: null, received_on: today },
      ]);
      const { groups } = (await charge('GET /api/cases/alike')).body;
      expect(groups.find(group => group.problem === 'lice')).toEqual({
        number: more[2]?.number,
        wing: 'A',
        kind: 'bedding',
        problem: 'lice',
        people: 3,
        days: 3,
      });
      const { cases } = (await charge('GET /api/cases', { alike: more[2]?.number ?? 0 })).body;
      expect(cases.map(({ number }) => number).toSorted()).toEqual(
        [oldest, ...more.slice(0, 3)].map(made => made?.number),
      );
    });

    it('is nothing to him who may not open the cases', async () => {
      const named = prison.cast.staff['officer-in-charge'];
      const wet = { kind: 'bedding', problem: 'wet', named: [named] } as const;
      await makeCases(
        prison,
        Object.values(prison.cast.prisoners)
          .slice(0, 3)
          .map(prisoner_id => ({ ...wet, prisoner_id })),
      );
      const { groups } = (await charge('GET /api/cases/alike')).body;
      expect(groups.some(group => group.problem === 'wet')).toBe(false);
    });
  });
});
