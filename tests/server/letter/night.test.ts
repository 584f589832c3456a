import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeCarryFile } from '../../helpers/carry-file.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { aHeartbeat } from '../../helpers/heartbeat.ts';
import { makeBatch } from '../../helpers/justice.ts';
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

  const post = async (batch: object) =>
    (await prison.ask('POST /api/letters/batches', {}, { body: batch })).status;
  const beat = async (nights?: { first: number; last: number }) => {
    const body = aHeartbeat(nights ? { nights } : {});
    return (await (await prison.asKiosk(kiosk))('POST /api/kiosks/heartbeat', {}, { body })).body.nights;
  };
  const lost = async (name: 'visiting-justice' | 'administrator') =>
    (await (await prison.loginAs(name))('GET /api/irregularities')).body.irregularities
      .filter(({ kind }) => kind === 'letters-missing')
      .map(({ detail }) => detail.night);

  describe('a kiosk is told which of its nights the server has', () => {
    it('and which it lacks, so that what is still kept there comes again', async () => {
      expect(await beat()).toEqual({ received: 0, missing: [] });
      for (const night of [1, 3]) expect(await post(await makeBatch(kiosk, night))).toBe(200);
      expect(await beat({ first: 1, last: 4 })).toEqual({ received: 3, missing: [2, 4] });
      expect(await lost('visiting-justice')).toEqual([]);
    });
    it('and what is nowhere any more is told to those outside', async () => {
      await beat({ first: 3, last: 4 });
      expect(await lost('visiting-justice')).toEqual([2]);
      expect(await lost('administrator')).toEqual([]);
    });
  });

  describe('a kiosk that was revoked', () => {
    const records = async () => {
      const { read } = prison.server.database;
      const rows = await read.selectFrom('record').select('content').where('kind', '=', 'letter').execute();
      return rows.map(({ content }) => JSON.parse(content)).filter(({ action }) => action === 'tray');
    };
    it('still hands in its last trays, by the network or on a stick, and they are marked', async () => {
      const officer = await prison.loginAs('administrator');
      const bring = async (file: string) =>
        (await officer('POST /api/kiosks/imports', {}, { body: { file } })).body;
      const [four, five, forged] = await Promise.all([4, 5, 6].map(night => makeBatch(kiosk, night)));
      const trays = [four, five, forged && { ...forged, letters: forged.letters.toReversed() }, 'no tray'];
      const content = { trays: trays.map(one => JSON.stringify(one)) };
      const unsigned = { signature: null };
      const file = await makeCarryFile(kiosk, [], { content, after: unsigned });
      const revoked = await officer(
        'POST /api/kiosks/:id/revoke',
        { id: kiosk.id },
        { body: { reason: 'It was taken away.' } },
      );
      expect(revoked.status).toBe(200);
      expect(await post(four ?? {})).toBe(200);
      const refused = [
        { problem: 'hash-wrong', count: 1 },
        { problem: 'malformed', count: 1 },
      ];
      expect(await bring(file)).toMatchObject({ new: 0, known: 0, nights: 2, refused });
      expect(await bring(file)).toMatchObject({ nights: 2 });
      expect((await records()).map(({ night, revoked = false }) => [night, revoked])).toEqual(
        expect.arrayContaining([
          [3, false],
          [4, true],
          [5, true],
        ]),
      );
      expect(await records()).toHaveLength(4);
    });
  });
});
