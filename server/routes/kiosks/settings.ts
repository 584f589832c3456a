import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { getPrison, listWings } from '../../queries/prison.ts';

export const settings = handle('GET /api/kiosks/settings', async ({ context, caller }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const prison = await getPrison(context.database.read, kiosk.prison_id);
  const wings = await listWings(context.database.read, prison.id);
  const wing = wings.find(found => found.id === kiosk.wing_id);
  return {
    prison: { id: prison.id, name: prison.name, zone: prison.zone, demonstration: prison.demonstration },
    wing: { id: kiosk.wing_id, name: wing?.name ?? '' },
    wings,
    mode: kiosk.mode,
    number: {
      pattern: prison.settings.numberPattern,
      keys: [...prison.settings.numberKeys],
      example: prison.settings.numberExample,
    },
    answerDays: prison.settings.answerWithin,
    holidays: [...prison.settings.holidays],
    time: isoOf(context.clock.now()),
    timeConfirmed: context.clock.confirmed,
  };
});
