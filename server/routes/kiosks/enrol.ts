import type { Enrolment } from '../../../shared/kiosk/schema.ts';
import { sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { handle } from '../../http/operation.ts';
import { insertKiosk, useEnrolmentCode } from '../../queries/kiosk.ts';
import { returnTry, takeTry } from '../../queries/throttle.ts';
import { digestOf } from '../../secrets.ts';

/** Codes are guessed at the same pace wherever the guesses come from. */
const counts = [{ key: 'enrolment', pace: sharedPace }];

/** The code as it was written down: capitals, no spaces or dashes. */
export function normalCode(code: string): string {
  return code.toUpperCase().replace(/[\s-]/g, '');
}

/** What an enrolled kiosk pins. */
export function enrolmentOf(context: Context, kiosk: KioskRow): Enrolment {
  const { sealing, receipts, codeKeyOf } = context.keys;
  return {
    kiosk: kiosk.id,
    name: kiosk.name,
    prison: kiosk.prison_id,
    codeKey: codeKeyOf(kiosk.id).toString('base64url'),
    sealing: { id: sealing.id, publicKey: sealing.publicKey },
    receipts: { id: receipts.id, publicKey: receipts.publicKey },
  };
}

export const enrol = handle('POST /api/kiosks/enrol', async ({ context, body }) => {
  const { database, clock } = context;
  const now = clock.system();
  const tried = await takeTry(database, counts, now.epochMilliseconds);
  const at = isoOf(now);
  const kiosk = await database.transaction(async tx => {
    const code = await useEnrolmentCode(tx, digestOf(normalCode(body.code)), at);
    return code
      ? insertKiosk(tx, {
          prisonId: code.prison_id,
          wingId: code.wing_id,
          name: code.name,
          mode: body.mode,
          publicKey: body.publicKey,
          at,
          kind: code.kind,
          cardPrefix: code.card_prefix,
          devicePin: code.device_pin,
        })
      : null;
  });
  if (!kiosk) throw new Problem('enrolment-code-wrong');
  await returnTry(database.write, tried);
  database.announce({ noun: 'kiosk', prisonId: kiosk.prison_id, ids: [kiosk.id] });
  return enrolmentOf(context, kiosk);
});
