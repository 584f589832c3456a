import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isoOf } from '../../../server/clock.ts';
import { numbers, pins } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

withDatabases(open => {
  let prison: TestServer;
  let kiosk: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    kiosk = await prison.enrolKiosk();
  });
  afterAll(() => prison.close());
  const submission = (id: string) =>
    prison.server.database.read
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const intake = (id: string) =>
    prison.server.database.read
      .selectFrom('intake')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
  const casesOf = async () => {
    const officer = await prison.loginAs('officer-in-charge');
    return (await officer('GET /api/cases', { list: 'open' })).body.cases;
  };

  describe('a complaint made with the server gone, under number and PIN', () => {
    it('gets its name when the PIN was right, and the envelope is erased', async () => {
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.otieno, pin: pins.otieno },
      );
      await prison.post(item);
      await prison.settle();
      expect(await submission(item.statement.id)).toMatchObject({
        identity: 'named',
        prisoner_id: prison.cast.prisoners.otieno,
      });
      expect((await intake(item.statement.id)).identity).toBeNull();
    });

    it('gets its name also when its writer has left before it arrives', async () => {
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.otieno, pin: pins.otieno },
      );
      const leave = (released_at: string | null) =>
        prison.server.database.write
          .updateTable('prisoner')
          .set({ released_at })
          .where('id', '=', prison.cast.prisoners.otieno)
          .execute();
      await leave(isoOf(prison.clock.now()));
      await prison.post(item);
      await prison.settle();
      expect(await submission(item.statement.id)).toMatchObject({
        identity: 'named',
        prisoner_id: prison.cast.prisoners.otieno,
      });
      await leave(null);
    });

    it('is kept without a name when the PIN was wrong; officers see neither the number nor the hour', async () => {
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.wanjiru, pin: '000000' },
      );
      await prison.post(item);
      await prison.settle();
      expect(await submission(item.statement.id)).toMatchObject({
        identity: 'claimed',
        prisoner_id: null,
        listed_at: null,
        wing_id: null,
      });
      expect((await intake(item.statement.id)).identity).toBeNull();
      const before = (await casesOf()).length;
      prison.clock.pass({ hours: 24 });
      await prison.settle();
      const after = await casesOf();
      expect(after).toHaveLength(before + 1);
      const justice = await prison.loginAs('visiting-justice');
      expect((await justice('GET /api/claims')).body.claims).toContainEqual(
        expect.objectContaining({ number: numbers.wanjiru, state: 'open' }),
      );
      const officer = await prison.loginAs('officer-in-charge');
      const row = await submission(item.statement.id);
      const { raw, body } = await officer('GET /api/cases/:number', { number: Number(row.number) });
      expect(body).toMatchObject({ identity: 'nameless', prisoner: null, wing: null, receivedAt: null });
      expect(raw.body).not.toContain(numbers.wanjiru);
    });

    it('asks the owner of the number at his next sign-in, and only yes with the code names him', async () => {
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.barasa, pin: '111111' },
      );
      await prison.post(item);
      await prison.settle();
      prison.clock.pass({ minutes: 10 });
      const token = await prison.asKiosk(kiosk);
      const signedIn = await token(
        'POST /api/prisoners/sign-in',
        {},
        { body: { number: numbers.barasa, pin: pins.barasa } },
      );
      const [claim] = signedIn.body.claims;
      expect(signedIn.raw.body).not.toContain('too-little');
      const { ask } = await prison.signInAs(kiosk, 'barasa');
      const claimId = String(claim?.id);
      const wrong = await ask(
        'POST /api/claims/:id',
        { id: claimId },
        { body: { mine: true, code: '0000 0000 000' } },
      );
      expect(wrong.problem).toBe('code-wrong');
      expect((await ask('GET /api/submissions')).body.submissions).toEqual([]);
      const { code } = await submission(item.statement.id);
      const right = await ask('POST /api/claims/:id', { id: claimId }, { body: { mine: true, code } });
      expect(right.status).toBe(200);
      expect((await ask('GET /api/submissions')).body.submissions.map(own => own.id)).toEqual([
        item.statement.id,
      ]);
      expect((await ask('POST /api/claims/:id', { id: claimId }, { body: { mine: false } })).problem).toBe(
        'claim-answered',
      );
    });

    it('of another is never his: a stranger cannot answer the claim', async () => {
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.wanjiru, pin: '222222' },
      );
      await prison.post(item);
      prison.clock.pass({ minutes: 10 });
      await prison.settle();
      const { id } = await prison.server.database.read
        .selectFrom('claim')
        .select('id')
        .where('submission_id', '=', item.statement.id)
        .executeTakeFirstOrThrow();
      const { ask } = await prison.signInAs(kiosk, 'otieno');
      expect((await ask('POST /api/claims/:id', { id }, { body: { mine: false } })).problem).toBe(
        'not-found',
      );
    });
  });

  describe('wrong PINs under another’s number', () => {
    const flood = async (number: string, count: number) => {
      for (let index = 0; index < count; index += 1) {
        const pin = String(300000 + index);
        await prison.post(await kiosk.makeItem({}, { version: 1, kind: 'pin', number, pin }));
      }
      await prison.settle();
    };

    it('hold his complaint back no longer than until six; it gets its name when its turn comes', async () => {
      prison.clock.set('2026-04-10T12:00:00Z');
      await flood(numbers.otieno, 12);
      const item = await kiosk.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.otieno, pin: pins.otieno },
      );
      await prison.post(item);
      await prison.settle();
      const { id } = item.statement;
      expect(await submission(id)).toMatchObject({ identity: 'checking', listed_at: null });
      const justice = await prison.loginAs('visiting-justice');
      const { body } = await justice('GET /api/claims');
      expect(body.waiting).toBe(10);
      // All that the night could have been used for is left out: the round at six finds it still waiting.
      prison.clock.set('2026-04-11T03:00:00Z');
      await prison.settle();
      const listed = await submission(id);
      expect(listed).toMatchObject({ identity: 'checking', prisoner_id: null, wing_id: null });
      expect(listed.listed_at).not.toBeNull();
      const officer = await prison.loginAs('officer-in-charge');
      const page = async () =>
        (await officer('GET /api/cases/:number', { number: Number(listed.number) })).body;
      expect(await page()).toMatchObject({
        identity: 'nameless',
        prisoner: null,
        wing: null,
        receivedAt: null,
      });
      for (let turn = 0; turn < 12; turn += 1) {
        prison.clock.pass({ minutes: 5 });
        await prison.settle();
      }
      expect(await submission(id)).toMatchObject({
        identity: 'named',
        prisoner_id: prison.cast.prisoners.otieno,
        number: listed.number,
        version: listed.version + 1,
      });
      const named = await page();
      expect(named).toMatchObject({ identity: 'named', wing: 'A' });
      expect(named.history.at(-1)).toMatchObject({ action: 'name-added' });
      expect((await intake(id)).identity).toBeNull();
      const { ask } = await prison.signInAs(kiosk, 'otieno');
      expect((await ask('GET /api/submissions')).body.submissions.map(own => own.id)).toContain(id);
      const after = await prison.loginAs('visiting-justice');
      expect((await after('GET /api/claims')).body.waiting).toBe(0);
    });

    it('slow neither his signing in nor what he sends from another kiosk', async () => {
      prison.clock.set('2026-04-14T07:00:00Z');
      await flood(numbers.barasa, 6);
      await prison.signInAs(await prison.enrolKiosk(), 'barasa');
      const other = await prison.enrolKiosk('b');
      const item = await other.makeItem(
        {},
        { version: 1, kind: 'pin', number: numbers.barasa, pin: pins.barasa },
      );
      await prison.post(item);
      await prison.settle();
      expect(await submission(item.statement.id)).toMatchObject({ identity: 'named' });
      expect((await submission(item.statement.id)).listed_at).not.toBeNull();
    });
  });

  describe('a complaint without a name', () => {
    it('comes into the list at six next morning, with no live event, and its writer finds the reply by the code', async () => {
      prison.clock.set('2026-05-04T10:00:00Z');
      const item = await kiosk.makeItem();
      const events: unknown[] = [];
      const stop = prison.server.database.listen(news => {
        if (news.kind !== 'changed' || news.change.noun !== 'submission') return;
        const { ids } = news.change;
        // Older ones may rise in the same hours; an event that names nothing could tell of this one.
        if (ids.length === 0 || ids.includes(item.statement.id)) events.push(news);
      });
      await prison.post(item);
      await prison.settle();
      expect((await submission(item.statement.id)).listed_at).toBeNull();
      prison.clock.set('2026-05-05T02:59:59Z');
      await prison.settle();
      expect((await submission(item.statement.id)).listed_at).toBeNull();
      prison.clock.set('2026-05-05T03:00:00Z');
      await prison.settle();
      expect((await submission(item.statement.id)).listed_at).not.toBeNull();
      stop();
      expect(events).toEqual([]);
      const anyKiosk = await prison.asKiosk(await prison.enrolKiosk('b'));
      const { body } = await anyKiosk(
        'POST /api/codes',
        {},
        { body: { code: (await submission(item.statement.id)).code } },
      );
      expect(body).toMatchObject({ state: 'triage', nameless: true, replies: [] });
    });
  });

  describe('a pass', () => {
    it('given at sign-in names the writer, but not from another kiosk', async () => {
      const { pass } = await prison.signInAs(kiosk, 'otieno');
      const mine = await kiosk.makeItem({}, { version: 1, kind: 'pass', pass });
      const other = await prison.enrolKiosk();
      const stolen = await other.makeItem({}, { version: 1, kind: 'pass', pass });
      await prison.post(mine);
      await prison.post(stolen);
      await prison.settle();
      expect((await submission(mine.statement.id)).identity).toBe('named');
      expect((await submission(stolen.statement.id)).identity).toBe('nameless');
    });
  });
});
