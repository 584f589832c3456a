import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { numbers, type StaffName } from '../../helpers/cast.ts';
import { withDatabases } from '../../helpers/databases.ts';
import { openTestServer, type TestServer } from '../../helpers/server.ts';
import type { TestKiosk } from '../../helpers/test-kiosk.ts';

withDatabases(open => {
  let prison: TestServer;
  let wall: TestKiosk;
  beforeAll(async () => {
    prison = await openTestServer(open);
    wall = await prison.enrolKiosk();
  });
  afterAll(() => prison.close());
  const seenBy = async (name: StaffName) => {
    const { body } = await (await prison.loginAs(name))('GET /api/irregularities');
    return body.irregularities.map(({ kind, detail }) => [kind, detail.number, detail.reason]);
  };

  describe('a sign-in', () => {
    it('by somebody held in a cell is seen by the justice and headquarters, at a wall kiosk alone', async () => {
      const held = { number: numbers.otieno, section: 'punishment-cells', fromOn: '2026-03-01' };
      const placed = await (await prison.loginAs('officer-in-charge'))(
        'POST /api/placements',
        {},
        { body: held },
      );
      expect(placed.status).toBe(200);
      await prison.signInAs(await prison.enrolKiosk('a', 'round'), 'otieno');
      await prison.signInAs(wall, 'wanjiru');
      expect(await seenBy('visiting-justice')).toEqual([]);
      await prison.signInAs(wall, 'otieno');
      const seen = [['sign-in-locked-up', numbers.otieno, 'held']];
      expect(await seenBy('visiting-justice')).toEqual(seen);
      expect(await seenBy('commissioner')).toEqual(seen);
      expect(await seenBy('officer-in-charge')).toEqual([]);
      expect(await seenBy('administrator')).toEqual([]);
    });

    it('while the wings are locked is too, once two people have entered their hours', async () => {
      const change = {
        key: 'open-hours',
        value: '06:30-17:00',
        source: 'Standing order 3',
        confirmed: false,
        paper: null,
        validFrom: '2026-03-02',
        reason: 'As the wings are locked',
      };
      const office = await prison.loginAs('documentation-office');
      const propose = (value: string) =>
        office('POST /api/rulebook/changes', {}, { body: { ...change, value } });
      expect((await propose('17:00-06:30')).problem).toBe('value-wrong');
      const { id } = (await propose('06:30-17:00')).body;
      const charge = await prison.loginAs('officer-in-charge');
      const decide = { body: { accept: true } };
      expect((await charge('POST /api/rulebook/changes/:id/decide', { id }, decide)).status).toBe(200);
      // In Nairobi it is a minute to five in the afternoon, then five.
      prison.clock.set('2026-03-02T13:59:00Z');
      await prison.signInAs(wall, 'barasa');
      expect(await seenBy('visiting-justice')).toHaveLength(1);
      prison.clock.set('2026-03-02T14:00:00Z');
      await prison.signInAs(wall, 'barasa');
      expect((await seenBy('visiting-justice'))[0]).toEqual([
        'sign-in-locked-up',
        numbers.barasa,
        'wings-locked',
      ]);
    });
  });
});
