import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { addSecondCommissioner, secondCommissioner } from '../../helpers/headquarters.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';

const change = (key: string, value: unknown, more: object = {}) => ({
  body: {
    key,
    value,
    source: 'Circular 4 of 2026',
    confirmed: false,
    paper: null,
    validFrom: '2026-03-02',
    reason: 'Reviewed by headquarters',
    ...more,
  },
});

withDatabases(open => {
  let prison: TestServer;
  type Asking = Awaited<ReturnType<TestServer['loginAs']>>;
  const as: Partial<Record<StaffName, Asking>> = {};
  const by = async (name: StaffName): Promise<Asking> => {
    const known = as[name] ?? (await prison.loginAs(name));
    as[name] = known;
    return known;
  };
  const ruleFor = async (key: string, day?: string, name: StaffName = 'officer-in-charge') => {
    const { body } = await (await by(name))('GET /api/rulebook', day ? { day } : {});
    return body.values.find(row => row.key === key);
  };
  beforeAll(async () => {
    prison = await openTestServer(open);
    await addSecondCommissioner(prison);
  });
  afterAll(() => prison.close());

  describe('a national value', () => {
    it('is changed by two people of headquarters, and the old one stays for its days', async () => {
      const first = await by('commissioner');
      const second = await prison.loginAs(secondCommissioner);
      const proposed = await first('POST /api/rulebook/changes', {}, change('earnings-rate-a', 40));
      expect(proposed.status).toBe(200);
      const { id } = proposed.body;
      expect((await ruleFor('earnings-rate-a'))?.value).toBe(20);
      const decide = { body: { accept: true } };
      const itself = await first('POST /api/rulebook/changes/:id/decide', { id }, decide);
      expect(itself.problem).toBe('second-person-needed');
      const head = await by('officer-in-charge');
      expect((await head('POST /api/rulebook/changes/:id/decide', { id }, decide)).problem).toBe(
        'second-person-needed',
      );
      expect((await second('POST /api/rulebook/changes/:id/decide', { id }, decide)).status).toBe(200);
      expect((await second('POST /api/rulebook/changes/:id/decide', { id }, decide)).problem).toBe(
        'already-decided',
      );
      expect(await ruleFor('earnings-rate-a')).toMatchObject({ value: 40, confirmed: false });
      expect((await ruleFor('earnings-rate-a', '2026-03-01'))?.value).toBe(20);
      const { history } = (await ruleFor('earnings-rate-a')) ?? { history: [] };
      expect(history[0]?.by).toEqual(['The commissioner', 'The second commissioner']);
    });

    it('is confirmed to a prison by its officer in charge, with the paper', async () => {
      const head = await by('officer-in-charge');
      const body = { key: 'counting-convention', paper: 'CGP/LEGAL/12/2026' };
      expect((await head('POST /api/rulebook/confirmations', {}, { body })).status).toBe(200);
      expect(await ruleFor('counting-convention')).toMatchObject({
        value: 'calendar',
        confirmed: true,
        paper: 'CGP/LEGAL/12/2026',
      });
      // What one prison was told is not what headquarters said to all.
      expect((await ruleFor('counting-convention', undefined, 'commissioner'))?.confirmed).toBe(false);
      expect((await head('POST /api/rulebook/confirmations', {}, { body })).problem).toBe(
        'nothing-to-confirm',
      );
    });
  });

  describe('a prison’s value', () => {
    it('takes a second officer and the officer in charge, and reaches the kiosks', async () => {
      const clerk = await by('documentation-office');
      const head = await by('officer-in-charge');
      const { body } = await clerk('POST /api/rulebook/changes', {}, change('answer-within', 10));
      const decided = await head(
        'POST /api/rulebook/changes/:id/decide',
        { id: body.id },
        { body: { accept: true } },
      );
      expect(decided.status).toBe(200);
      const kiosk = await prison.asKiosk(await prison.enrolKiosk());
      expect((await kiosk('GET /api/kiosks/settings')).body.answerDays).toEqual({
        days: 10,
        confirmed: false,
      });
    });

    it('is words in both languages for what the prison types, on its kiosks from its day on', async () => {
      const kiosk = await prison.asKiosk(await prison.enrolKiosk());
      const onKiosk = async (key: string) =>
        (await kiosk('GET /api/kiosks/settings')).body.prisonRules.find(rule => rule.key === key);
      const none = { texts: null, privileges: null, confirmed: false, paper: null, validFrom: null };
      expect(await onKiosk('bedding-issue')).toEqual({ key: 'bedding-issue', ...none });

      const enter = async (key: string, value: unknown, more: object = {}) => {
        const clerk = await by('documentation-office');
        const head = await by('officer-in-charge');
        const proposed = await clerk('POST /api/rulebook/changes', {}, change(key, value, more));
        if (proposed.status !== 200) return proposed.problem;
        const { id } = proposed.body;
        await head('POST /api/rulebook/changes/:id/decide', { id }, { body: { accept: true } });
        return 'done';
      };
      const blankets = { en: ['Two blankets'], sw: ['Blanketi mbili'] };
      expect(await enter('bedding-issue', { en: ['Two blankets'], sw: [] })).toBe('value-wrong');
      expect(await enter('bedding-issue', blankets, { validFrom: '2026-03-01' })).toBe('done');
      expect(await onKiosk('bedding-issue')).toMatchObject({ texts: blankets, confirmed: false });

      const law = { confirmed: true, paper: 'Standing order 9', validFrom: '2026-03-02' };
      const three = { en: ['Three blankets'], sw: ['Blanketi tatu'] };
      expect(await enter('bedding-issue', three, law)).toBe('done');
      expect(await onKiosk('bedding-issue')).toMatchObject({
        texts: three,
        confirmed: true,
        paper: law.paper,
      });
      expect((await ruleFor('bedding-issue', '2026-03-01'))?.value).toEqual(blankets);
      // What counts from next month on is on no kiosk before.
      expect(await enter('visiting-days', blankets, { validFrom: '2026-04-01' })).toBe('done');
      expect((await onKiosk('visiting-days'))?.texts).toBeNull();
      expect(await enter('further-privileges', ['radio', 'letters:1:month'])).toBe('done');
      expect((await onKiosk('further-privileges'))?.privileges).toEqual([
        { name: 'radio', amount: null, per: null },
        { name: 'letters', amount: 1, per: 'month' },
      ]);
    });

    it('cannot pass the bounds of headquarters, nor stand without paper as law', async () => {
      const clerk = await by('documentation-office');
      const far = await clerk('POST /api/rulebook/changes', {}, change('answer-within', 60));
      expect(far.problem).toBe('out-of-bounds');
      const bare = change('answer-within', 9, { confirmed: true });
      expect((await clerk('POST /api/rulebook/changes', {}, bare)).problem).toBe('value-wrong');
      expect((await clerk('POST /api/rulebook/changes', {}, change('answer-within', '9'))).problem).toBe(
        'value-wrong',
      );
    });

    it('begins on no day that is none', async () => {
      const clerk = await by('documentation-office');
      const never = change('answer-within', 9, { validFrom: '2026-02-30' });
      expect((await clerk('POST /api/rulebook/changes', {}, never)).problem).toBe('value-wrong');
    });

    it('stays as it was when it is refused, and the refusal is in the log', async () => {
      const clerk = await by('documentation-office');
      const head = await by('officer-in-charge');
      const before = (await ruleFor('answer-within'))?.value;
      const { body } = await clerk('POST /api/rulebook/changes', {}, change('answer-within', 3));
      await head('POST /api/rulebook/changes/:id/decide', { id: body.id }, { body: { accept: false } });
      expect((await ruleFor('answer-within'))?.value).toBe(before);
      const kept = await prison.server.database.read
        .selectFrom('record')
        .select('content')
        .where('kind', '=', 'rulebook')
        .where('content', 'like', '%"refused"%')
        .execute();
      expect(kept).toHaveLength(1);
    });

    it('that was decided to begin later begins by itself on its day', async () => {
      const clerk = await by('documentation-office');
      const head = await by('officer-in-charge');
      const later = change('answer-within', 4, { validFrom: '2026-03-05' });
      const { body } = await clerk('POST /api/rulebook/changes', {}, later);
      await head('POST /api/rulebook/changes/:id/decide', { id: body.id }, { body: { accept: true } });
      const within = async () => {
        await prison.settle();
        const { settings } = await prison.server.database.read
          .selectFrom('prison')
          .select('settings')
          .executeTakeFirstOrThrow();
        return (JSON.parse(settings) as { answerWithin: { days: number } }).answerWithin.days;
      };
      expect(await within()).toBe(10);
      prison.clock.pass({ hours: 24 * 3 });
      expect(await within()).toBe(4);
    });
  });
});
