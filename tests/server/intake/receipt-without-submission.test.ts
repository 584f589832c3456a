import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { receiptCode } from '../../../server/queries/receipt-code.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { aHeartbeat } from '../../helpers/heartbeat.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';
import { asIntruder } from '../log/tamper.ts';

withDatabases(open => {
  let prison: TestServer;
  let kiosk: TestKiosk;
  let elsewhere: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    kiosk = await prison.enrolKiosk();
    elsewhere = await prison.enrolKiosk('b');
  });
  afterAll(() => prison.close());

  /** The code that the kiosk itself shows for this number. */
  const codeOf = (sequence: number) => receiptCode(prison.server.context.keys, kiosk.id, sequence);
  const lookUp = async (code: string) =>
    (await prison.asKiosk(elsewhere))('POST /api/codes', {}, { body: { code } });
  const told = async (name: StaffName) =>
    (await (await prison.loginAs(name))('GET /api/irregularities')).body.irregularities
      .filter(({ kind }) => kind === 'receipt-without-submission' || kind === 'sequence-missing')
      .map(({ kind, detail }) => [kind, detail]);

  describe('a receipt code under which nothing stands', () => {
    it('is told from one that was made up, and opens an irregularity for those outside, once', async () => {
      const item = await kiosk.makeItem();
      expect((await lookUp(codeOf(1))).problem).toBe('receipt-without-submission');
      expect((await lookUp(codeOf(1))).problem).toBe('receipt-without-submission');
      expect((await lookUp('00000000000')).problem).toBe('code-wrong');
      const nothing = [['receipt-without-submission', { sequence: 1, waiting: null }]];
      expect(await told('visiting-justice')).toEqual(nothing);
      expect(await told('commissioner')).toEqual(nothing);
      for (const name of ['officer-in-charge', 'deputy', 'administrator'] as const)
        expect(await told(name)).toEqual([]);

      // It had only not left its kiosk.
      const { body: receipt } = await prison.post(item);
      await prison.settle();
      expect((await lookUp(codeOf(1))).status).toBe(200);
      expect(await told('visiting-justice')).toEqual([
        ['receipt-without-submission', { sequence: 1, waiting: null, arrived: receipt.receivedAt }],
      ]);
    });

    it('says so of what came and does not open', async () => {
      expect((await prison.post(await kiosk.makeItem({ problem: 'nonsense' as 'other' }))).status).toBe(200);
      await prison.settle();
      expect((await lookUp(codeOf(2))).problem).toBe('not-opened-yet');
      expect(await told('visiting-justice')).toHaveLength(1);
    });

    it('is found out when somebody took the submission away, by its code and by the next heartbeat', async () => {
      await prison.post(await kiosk.makeItem());
      await prison.settle();
      expect((await lookUp(codeOf(3))).status).toBe(200);
      await asIntruder(prison.server.database, async tx => {
        const { id } = await tx
          .selectFrom('intake')
          .select('id')
          .where('sequence', '=', 3)
          .executeTakeFirstOrThrow();
        await tx.deleteFrom('event').where('submission_id', '=', id).execute();
        await tx.deleteFrom('submission').where('id', '=', id).execute();
        await tx.deleteFrom('intake').where('id', '=', id).execute();
      });
      expect((await lookUp(codeOf(3))).problem).toBe('receipt-without-submission');
      const { status } = await (await prison.asKiosk(kiosk))(
        'POST /api/kiosks/heartbeat',
        {},
        { body: aHeartbeat({ sequence: 3 }) },
      );
      expect(status).toBe(200);
      const found = await told('visiting-justice');
      expect(found).toContainEqual(['receipt-without-submission', { sequence: 3, waiting: null }]);
      expect(found).toContainEqual(['sequence-missing', { sequence: 3, waiting: 0 }]);
    });
  });
});
