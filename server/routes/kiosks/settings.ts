import type { DevicePin } from '../../../shared/kiosk/schema.ts';
import { offeredIn } from '../../../shared/language/offer.ts';
import { shownRules } from '../../../shared/rulebook/shown.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { standings } from '../../language/texts.ts';
import { offeredKinds } from '../../queries/kind.ts';
import { chosenLanguages } from '../../queries/language.ts';
import { getPrison, listWings } from '../../queries/prison.ts';
import { rulesOf } from '../../queries/rulebook.ts';
import { todayOf } from '../today.ts';

export const settings = handle('GET /api/kiosks/settings', async ({ context, caller }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const prison = await getPrison(context.database.read, kiosk.prison_id);
  const wings = await listWings(context.database.read, prison.id);
  const wing = wings.find(found => found.id === kiosk.wing_id);
  const chosen = await chosenLanguages(context.database.read, prison.id);
  const offered = offeredIn(standings(), { demonstration: prison.demonstration, chosen });
  return {
    prison: { id: prison.id, name: prison.name, zone: prison.zone, demonstration: prison.demonstration },
    wing: { id: kiosk.wing_id, name: wing?.name ?? '' },
    wings,
    mode: kiosk.mode,
    languages: offered.map(({ code, words }) => ({ code, draft: words.reviewed < words.all })),
    kind: kiosk.kind,
    cardPrefix: kiosk.card_prefix,
    devicePin: kiosk.device_pin === null ? null : (JSON.parse(kiosk.device_pin) as DevicePin),
    number: {
      pattern: prison.settings.numberPattern,
      keys: [...prison.settings.numberKeys],
      example: prison.settings.numberExample,
    },
    answerDays: prison.settings.answerWithin,
    holidays: [...prison.settings.holidays],
    kinds: await offeredKinds(context.database.read, prison.id),
    prisonRules: shownRules(
      await rulesOf(context.database.read, prison.id),
      await todayOf(context, prison.id),
    ),
    time: isoOf(context.clock.now()),
    timeConfirmed: context.clock.confirmed,
  };
});
