import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { proves } from '../../../kiosk/crypto/proof.ts';
import { checkWholeLog } from '../../../server/queries/log-check.ts';
import { proveConsistency, rootAt } from '../../../server/queries/log-proof.ts';
import { readLogState } from '../../../server/queries/log-state.ts';
import { isCheckDue, watchLogs } from '../../../server/work/watch-logs.ts';
import { openCheckpoint } from '../../../shared/log/checkpoint.ts';
import { readVerifierKey } from '../../../shared/log/note.ts';
import { verifyConsistency, verifyInclusion } from '../../../shared/log/verify.ts';
import { statementHash } from '../../../shared/submission/statement.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';
import { cosignAs, sha256, takeProofs, Watcher } from '../../helpers/witness.ts';

describe('a whole check is due', () => {
  // Three in the morning at Nairobi is midnight UTC.
  it.each([
    ['at three, when the last was the night before', '2026-03-03T00:00:10Z', '2026-03-02T00:00:10Z', true],
    ['not before three', '2026-03-02T23:59:00Z', '2026-03-02T00:00:10Z', false],
    ['not twice a night', '2026-03-03T01:00:00Z', '2026-03-03T00:00:10Z', false],
    ['at once where there never was one', '2026-03-03T12:00:00Z', null, true],
  ])('%s', (_, now, last, due) => {
    const before = last === null ? null : Temporal.Instant.from(last);
    expect(isCheckDue(Temporal.Instant.from(now), 'Africa/Nairobi', before)).toBe(due);
  });
});

withDatabases(open => {
  let prison: TestServer;
  let kiosk: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    kiosk = await prison.enrolKiosk();
  });
  afterAll(() => prison.close());

  const db = () => prison.server.database.read;
  async function send(count: number): Promise<void> {
    for (let at = 0; at < count; at += 1)
      expect((await prison.post(await kiosk.makeItem())).status).toBe(200);
    await prison.settle();
  }
  async function ask(held: string | null) {
    const asked = await (await prison.asKiosk(kiosk))('POST /api/kiosks/log', {}, { body: { held } });
    expect(asked.status).toBe(200);
    return asked.body;
  }
  async function newest(held: string | null) {
    await watchLogs(prison.server.context);
    const body = await ask(held);
    const key = readVerifierKey(sha256, body.key.verifier);
    if (!key || body.checkpoint === null) throw new Error('no checkpoint');
    const opened = await openCheckpoint(body.checkpoint, key);
    if (!opened.ok) throw new Error(opened.fault);
    return { ...body, note: body.checkpoint, ...opened.checkpoint };
  }

  describe('a kiosk that watches the log', () => {
    it('gets a signed head, and later the proof that the log only grew', async () => {
      await send(3);
      const first = await newest(null);
      expect(first.size).toBeGreaterThan(2);
      expect(first.proof).toEqual([]);
      await send(20);
      const second = await newest(first.note);
      expect(second.size).toBeGreaterThan(first.size);
      const proof = second.proof.map(hash => Uint8Array.fromBase64(hash));
      expect(verifyConsistency(sha256, first, second, proof)).toBeNull();
    });

    it('gets no newer head by asking, so that its size does not tell when somebody wrote', async () => {
      const first = await newest(null);
      await send(1);
      expect((await ask(first.note)).checkpoint).toBe(first.note);
      const later = await newest(first.note);
      expect(later.size).toBeGreaterThan(first.size);
    });

    it('cosigns it, and nobody else can for it', async () => {
      const { note, size, epoch } = await newest(null);
      const signed = await cosignAs(kiosk, note);
      const as = await prison.asKiosk(kiosk);
      const other = await prison.enrolKiosk('b');
      const body = { epoch, size, ...signed };
      expect((await (await prison.asKiosk(other))('POST /api/kiosks/log/cosign', {}, { body })).problem).toBe(
        'kiosk-signature-wrong',
      );
      const wrong = { ...body, size: size - 1 };
      expect((await as('POST /api/kiosks/log/cosign', {}, { body: wrong })).problem).toBe(
        'kiosk-signature-wrong',
      );
      expect((await as('POST /api/kiosks/log/cosign', {}, { body })).status).toBe(200);
      const justice = await prison.loginAs('visiting-justice');
      const [log] = (await justice('GET /api/logs')).body.logs;
      expect(log?.checkpoint).toMatchObject({ size, note });
      expect(log?.checkpoint?.short).toMatch(/^(\w{4} ){4}\w{4}$/);
      expect(log?.witnesses.find(one => one.kiosk.endsWith(kiosk.publicKey.slice(0, 4)))?.size).toBe(size);
      expect(log?.hold).toBeNull();
    });
  });

  describe('what a kiosk sent', () => {
    it('is proven once the kiosk saw a log with it, and only that proof counts', async () => {
      const [mine, another] = [await kiosk.makeItem(), await kiosk.makeItem()];
      for (const item of [mine, another]) expect((await prison.post(item)).status).toBe(200);
      const itemOf = async (item: typeof mine) => ({
        kiosk: kiosk.id,
        hash: await statementHash(item.statement),
        body: JSON.stringify(item),
      });
      const { id } = mine.statement;
      expect(await takeProofs(prison, kiosk, [id])).toEqual([]);
      const { key, note } = await newest(null);
      const log = readVerifierKey(sha256, key.verifier);
      if (!log) throw new Error('no key');
      expect(note).toContain(prison.cast.prisonId);
      // The head is signed, but this kiosk has not seen it.
      expect(await takeProofs(prison, kiosk, [id])).toEqual([]);
      await new Watcher(prison, kiosk).look();
      const [proof = ''] = await takeProofs(prison, kiosk, [id]);
      expect(await proves(await itemOf(mine), proof, log)).toBe(true);
      expect(await proves(await itemOf(another), proof, log)).toBe(false);
      expect(await proves(await itemOf(mine), proof.replace(/index \d+/, 'index 0'), log)).toBe(false);
      const unseen = `${proof.trimEnd().split('\n').slice(0, -1).join('\n')}\n`;
      expect(await proves(await itemOf(mine), unseen, log)).toBe(false);
      expect(await takeProofs(prison, await prison.enrolKiosk('b'), [id])).toEqual([]);
    });
  });

  describe('whoever watches over the log', () => {
    it('gets proofs for any entry and any growth', async () => {
      const { size, root, note } = await newest(null);
      const headquarters = await prison.loginAs('commissioner');
      const rows = await db()
        .selectFrom('log_entry')
        .select(['position', 'leaf_hash'])
        .orderBy('position')
        .execute();
      for (const row of rows.filter(({ position }) => position < size)) {
        const { body } = await headquarters('GET /api/logs/inclusion', { index: row.position, size });
        const proof = body.proof.map(hash => Uint8Array.fromBase64(hash));
        const leafHash = Uint8Array.fromBase64(row.leaf_hash, { alphabet: 'base64url' });
        expect(verifyInclusion(sha256, { index: row.position, size, leafHash, proof }, root)).toBeNull();
      }
      for (let older = 1; older <= size; older += 1) {
        const { body } = await headquarters('GET /api/logs/consistency', { older, size });
        const proof = body.proof.map(hash => Uint8Array.fromBase64(hash));
        const was = await rootAt(db(), prison.cast.prisonId, older);
        expect(verifyConsistency(sha256, { size: older, root: was }, { size, root }, proof)).toBeNull();
      }
      const beyond = { index: 0, size: size + 1000 };
      expect((await headquarters('GET /api/logs/inclusion', beyond)).problem).toBe('not-found');
      expect(note).toContain(prison.cast.prisonId);
    });

    it('is told of a whole check that found nothing, every night', async () => {
      prison.clock.set('2026-03-04T01:00:00Z');
      await watchLogs(prison.server.context);
      const { checkedAt, checkedSize, hold } = await readLogState(db(), prison.cast.prisonId);
      expect(checkedAt).toBe('2026-03-04T01:00:00.000Z');
      expect(checkedSize).toBeGreaterThan(20);
      expect(hold).toBeNull();
      expect(
        await checkWholeLog(prison.server.context, prison.cast.prisonId, '2026-03-04T01:00:00.000Z'),
      ).toBeNull();
    });
  });

  it('a proof reads a few rows, whatever the size of the log', async () => {
    const { size } = await newest(null);
    const proof = await proveConsistency(db(), prison.cast.prisonId, Math.floor(size / 3), size);
    expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)) + 1);
  });
});
