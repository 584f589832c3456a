import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../server/intake/signature.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';
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
  const rows = async (id: string) =>
    (await prison.server.database.read.selectFrom('intake').select('id').where('id', '=', id).execute())
      .length;
  const total = async () => {
    const { count } = await prison.server.database.read
      .selectFrom('intake')
      .select(eb => eb.fn.countAll().as('count'))
      .executeTakeFirstOrThrow();
    return Number(count);
  };

  describe('a sealed item', () => {
    it('gets a receipt that names its id and hash and verifies with the pinned key', async () => {
      const { status, body } = await prison.post(await kiosk.makeItem());
      expect(status).toBe(200);
      expect(isSignedBy(kiosk.enrolment.receipts.publicKey, receiptBytes(body), body.signature)).toBe(true);
    });

    it('gets the same receipt, to the byte, when it is posted again after an hour', async () => {
      const item = await kiosk.makeItem();
      const first = await prison.post(item);
      prison.clock.pass({ hours: 1 });
      const second = await prison.post(item);
      expect(second.raw.body).toBe(first.raw.body);
      expect(await rows(item.statement.id)).toBe(1);
    });

    it('makes one row and fifty equal receipts when posted fifty times at once', async () => {
      const item = await kiosk.makeItem();
      const answers = await Promise.all(Array.from({ length: 50 }, () => prison.post(item)));
      expect(new Set(answers.map(answer => `${answer.status} ${answer.raw.body}`)).size).toBe(1);
      expect(answers[0]?.status).toBe(200);
      expect(await rows(item.statement.id)).toBe(1);
    });

    it('is kept as a conflict when other bytes come under its id, and the first receipt stands', async () => {
      const item = await kiosk.makeItem();
      const first = await prison.post(item);
      const other = await kiosk.makeItem({ problem: 'dirty' }, undefined, { id: item.statement.id });
      expect((await prison.post(other)).problem).toBe('id-conflict');
      expect((await prison.post(other)).problem).toBe('id-conflict');
      expect((await prison.post(item)).raw.body).toBe(first.raw.body);
      const kept = await prison.server.database.read
        .selectFrom('intake_conflict')
        .selectAll()
        .where('intake_id', '=', item.statement.id)
        .execute();
      expect(kept.map(row => JSON.parse(row.item))).toEqual([other]);
    });

    it('raises an alarm when one sequence number is used for two items, and takes both', async () => {
      const first = await kiosk.makeItem();
      await prison.post(first);
      const second = await kiosk.makeItem({}, undefined, { sequence: first.statement.sequence });
      expect((await prison.post(second)).status).toBe(200);
      const justice = await prison.loginAs('visiting-justice');
      const { body } = await justice('GET /api/irregularities');
      expect(body.irregularities).toContainEqual(
        expect.objectContaining({ kind: 'sequence-doubled', detail: { sequence: first.statement.sequence } }),
      );
    });

    it('from a revoked kiosk is still taken in, and marked', async () => {
      const revoked = await prison.enrolKiosk();
      const item = await revoked.makeItem();
      await prison.server.database.write
        .updateTable('kiosk')
        .set({ revoked_at: '2026-01-01T00:00:00.000Z' })
        .where('id', '=', revoked.id)
        .execute();
      expect((await prison.post(item)).status).toBe(200);
      await prison.settle();
      const justice = await prison.loginAs('visiting-justice');
      const { body } = await justice('GET /api/irregularities');
      expect(body.irregularities.map(found => found.kind)).toContain('revoked-kiosk');
    });
  });

  describe('bad input is refused by name and changes nothing:', () => {
    const bad = async (): Promise<
      readonly (readonly [string, string, object | string, Record<string, string>])[]
    > => {
      const item = await kiosk.makeItem();
      const stranger = crypto.randomUUID();
      const json = { 'content-type': 'application/json' };
      return [
        [
          'an unknown kiosk',
          'kiosk-unknown',
          { ...item, statement: { ...item.statement, kiosk: stranger } },
          {},
        ],
        [
          'a statement changed after signing',
          'kiosk-signature-wrong',
          { ...item, statement: { ...item.statement, sequence: 999 } },
          {},
        ],
        [
          'an envelope that the statement does not name',
          'hash-wrong',
          { ...item, sealed: `${item.sealed.slice(0, -4)}AAAA` },
          {},
        ],
        ['an unknown field', 'unknown-field', { ...item, note: 'x' }, {}],
        ['a missing envelope', 'malformed', { statement: item.statement, signature: item.signature }, {}],
        ['text instead of JSON', 'malformed', 'not json', json],
        ['no body at all', 'malformed', '', json],
        ['invalid UTF-8', 'malformed', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]) as unknown as object, json],
        ['another content type', 'wrong-content-type', '<xml/>', { 'content-type': 'application/xml' }],
        ['more than fits', 'too-large', 'x'.repeat(40_000), json],
      ];
    };
    it('each of ten', async () => {
      const before = await total();
      for (const [name, problem, body, headers] of await bad()) {
        const answer = await prison.ask('POST /api/intake', {}, { body, headers });
        expect(answer.problem, name).toBe(problem);
        expect(answer.raw.headers['content-type'], name).toContain('application/problem+json');
      }
      expect(await total()).toBe(before);
    });
  });

  it('stands in the log: as many leaves of received items as there are items', async () => {
    await prison.settle();
    const { read } = prison.server.database;
    const head = await read
      .selectFrom('log_head')
      .selectAll()
      .where('prison_id', '=', prison.cast.prisonId)
      .executeTakeFirstOrThrow();
    const entries = await read
      .selectFrom('log_entry')
      .selectAll()
      .where('prison_id', '=', prison.cast.prisonId)
      .orderBy('position')
      .execute();
    expect(entries).toHaveLength(head.size);
    const received = entries.map(entry => JSON.parse(entry.entry)).filter(entry => entry.kind === 'received');
    expect(received).toHaveLength(await total());
  });

  it('cannot be deleted or rewritten in the database itself', async () => {
    const { pass } = await prison.signInAs(kiosk, 'otieno');
    await prison.post(await kiosk.makeItem({}, { version: 1, kind: 'pass', pass }));
    await prison.settle();
    const { write } = prison.server.database;
    await expect(write.deleteFrom('intake').execute()).rejects.toMatchObject({ problem: 'trigger-refused' });
    await expect(write.updateTable('intake').set({ sealed: 'x' }).execute()).rejects.toMatchObject({
      problem: 'trigger-refused',
    });
    await expect(write.updateTable('log_entry').set({ entry: '{}' }).execute()).rejects.toMatchObject({
      problem: 'trigger-refused',
    });
    await expect(write.deleteFrom('event').execute()).rejects.toMatchObject({ problem: 'trigger-refused' });
  });
});
