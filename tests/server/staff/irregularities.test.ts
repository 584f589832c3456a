import { describe, expect, it } from 'vitest';
import { recordIrregularities } from '../../../server/queries/irregularity.ts';
import type { StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer } from '../../helpers/server.ts';

const ofOneSubmission = [
  'id-conflict',
  'unopenable',
  'sequence-doubled',
  'revoked-kiosk',
  'identity-unknown-key',
] as const;
const others = ['clock-jumped', 'sequence-missing'] as const;

withDatabases(open => {
  describe('what tells of one submission', () => {
    it('has neither kiosk, hour nor number for officers of the prison, and all of it for those outside', async () => {
      const prison = await openTestServer(open);
      const kiosk = await prison.enrolKiosk();
      // Late in the evening by UTC it is the next day already in the prison.
      const at = '2026-03-01T22:30:00.000Z';
      const detail = { sequence: 7, hash: 'abc', reason: 'key-unknown' };
      await recordIrregularities(
        prison.server.database.write,
        prison.cast.prisonId,
        at,
        [...ofOneSubmission, ...others].map(kind => ({ kind, kioskId: kiosk.id, once: kind, detail })),
      );
      const seenBy = async (name: StaffName) =>
        new Map(
          (await (await prison.loginAs(name))('GET /api/irregularities')).body.irregularities.map(
            ({ kind, at, kiosk, detail }) => [kind, { at, kiosk: kiosk !== null, detail }],
          ),
        );
      const whole = { at, kiosk: true, detail };
      // It is one in the night at the prison: who looks now learns nothing of what came half an hour ago.
      prison.clock.set('2026-03-01T22:59:00.000Z');
      expect([...(await seenBy('officer-in-charge')).keys()]).toEqual(['clock-jumped']);
      prison.clock.set('2026-03-02T03:00:00.000Z');
      for (const name of ['visiting-justice', 'commissioner'] as const) {
        const seen = await seenBy(name);
        for (const kind of [...ofOneSubmission, ...others]) expect(seen.get(kind)).toEqual(whole);
      }
      for (const name of ['officer-in-charge', 'deputy', 'administrator'] as const) {
        const seen = await seenBy(name);
        const bare = { at: '2026-03-02', detail: { reason: 'key-unknown' } };
        for (const kind of ofOneSubmission) expect(seen.get(kind)).toEqual({ ...bare, kiosk: false });
        expect(seen.get('sequence-missing')).toEqual({ ...bare, kiosk: true });
        expect(seen.get('clock-jumped')).toEqual(whole);
      }
      await prison.close();
    });
  });
});
