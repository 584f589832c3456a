import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isSignedBy } from '../../../server/intake/signature.ts';
import type { RecordingParts } from '../../../shared/recording/schema.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { speak } from '../../helpers/recording.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import { type TestKiosk, uuid7 } from '../../helpers/test-kiosk.ts';

const pieces = Array.from({ length: 20 }, (_, second) => `piece ${second};`);

withDatabases(open => {
  let prison: TestServer;
  let kiosk: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    kiosk = await prison.enrolKiosk();
  });
  afterAll(() => prison.close());

  const post = (body: RecordingParts | undefined) => prison.ask('POST /api/intake/parts', {}, { body });
  const heardBy = async (name: Parameters<TestServer['loginAs']>[0], number: number) =>
    (await prison.loginAs(name))('GET /api/cases/:number/recording', { number });

  /** A spoken complaint whose item has come; its pieces not yet. */
  async function complain() {
    const { pass } = await prison.signInAs(kiosk, 'otieno');
    const id = uuid7(prison.clock.now().epochMilliseconds);
    const spoken = await speak(kiosk, id, pieces);
    const identity = { version: 1, kind: 'pass', pass };
    const item = await kiosk.makeItem({ recording: spoken.recording }, identity, { id });
    expect((await prison.post(item)).status).toBe(200);
    await prison.settle();
    const { number } = await prison.server.database.read
      .selectFrom('submission')
      .select('number')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { ...spoken, id, number: Number(number) };
  }

  describe('what was spoken', () => {
    it('comes in parts, in any order and twice, and is heard whole, to the byte', async () => {
      const { parts, number } = await complain();
      const reader = await prison.loginAs('first-reader');
      const page = async () => (await reader('GET /api/cases/:number', { number })).body;
      expect(await page()).toMatchObject({ hasVoice: true, voice: { parts: 20, held: 0 }, state: 'reading' });
      expect((await heardBy('first-reader', number)).problem).toBe('recording-not-here');
      for (const some of [...parts].reverse()) expect((await post(some)).status).toBe(200);
      expect((await post(parts[0])).status).toBe(200);
      expect(await page()).toMatchObject({ voice: { held: 20 } });
      const { body } = await heardBy('first-reader', number);
      expect(Buffer.from(body.sound, 'base64').toString()).toBe(pieces.join(''));
    });

    it('is receipted piece by piece under the pinned key, the same again with the same receipt', async () => {
      const { parts } = await complain();
      const first = await post(parts[1]);
      prison.clock.pass({ hours: 1 });
      const again = await post(parts[1]);
      expect(first.body).toMatchObject({ id: parts[1]?.recording, sequence: 16 });
      const { receipts } = kiosk.enrolment;
      expect(isSignedBy(receipts.publicKey, receiptBytes(first.body), first.body.signature)).toBe(true);
      expect(again.body).toEqual(first.body);
    });

    it('is refused from another kiosk, and where other bytes stand in its place', async () => {
      const { parts, id } = await complain();
      const other = await prison.enrolKiosk('b');
      expect((await post(parts[0] && { ...parts[0], kiosk: other.id })).problem).toBe(
        'kiosk-signature-wrong',
      );
      expect((await post(parts[0])).status).toBe(200);
      const changed = await speak(kiosk, id, ['something else']);
      const place = parts[0]?.recording ?? '';
      const moved = changed.parts[0] && { ...changed.parts[0], recording: place };
      expect((await post(moved)).problem).toBe('kiosk-signature-wrong');
    });

    it('is not heard if other pieces came than the sealed item names', async () => {
      const { id, number, recording } = await complain();
      const others = await speak(kiosk, id, pieces, recording.id);
      for (const some of others.parts) expect((await post(some)).status).toBe(200);
      expect((await heardBy('first-reader', number)).problem).toBe('recording-not-here');
    });

    it('reaches nobody before the first reader, and no unit, to whom the voice would tell who speaks', async () => {
      const { parts, number } = await complain();
      for (const some of parts) await post(some);
      expect((await heardBy('officer-in-charge', number)).problem).toBe('not-yours-to-see');
      const act = async (
        name: 'first-reader' | 'officer-in-charge',
        what: 'pass' | 'route',
        body: object,
      ) => {
        const ask = await prison.loginAs(name);
        const { version } = (await ask('GET /api/cases/:number', { number })).body;
        const done = await ask(`POST /api/cases/:number/${what}`, { number }, { body: { version, ...body } });
        expect(done.problem).toBeNull();
      };
      await act('first-reader', 'pass', { named: [], namedOther: [] });
      await act('officer-in-charge', 'route', { unit: 'kitchen', personNeeded: false, note: null });
      const reader = await prison.loginAs('first-reader');
      const write = (kind: string, language: string, text: string) =>
        reader('POST /api/cases/:number/words', { number }, { body: { kind, language, text } });
      expect((await write('transcript', 'luo', 'Oganda ok otegno')).problem).toBeNull();
      expect((await write('translation', 'en', 'The beans are raw')).problem).toBeNull();
      const unit = await prison.loginAs('unit-officer');
      const seen = await unit('GET /api/cases/:number', { number });
      expect(seen.body).toMatchObject({
        ...{ hasVoice: true, voice: null },
        // Read, not heard; and not by name who wrote it.
        spoken: [
          { kind: 'transcript', language: 'luo', text: 'Oganda ok otegno', by: 'first-reader' },
          { kind: 'translation', language: 'en', text: 'The beans are raw' },
        ],
      });
      expect((await heardBy('unit-officer', number)).problem).toBe('not-yours-to-see');
    });

    it('stands in the log with who heard it', async () => {
      const { parts, number, id } = await complain();
      for (const some of parts) await post(some);
      await heardBy('first-reader', number);
      const records = await prison.server.database.read
        .selectFrom('record')
        .select(['actor_id', 'content'])
        .where('kind', '=', 'recording')
        .execute();
      const heard = records.filter(row => row.content.includes(id));
      expect(heard).toMatchObject([{ actor_id: prison.cast.staff['first-reader'] }]);
    });
  });
});
