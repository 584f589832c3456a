import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { recordIrregularities } from '../../queries/irregularity.ts';
import { receivedOf, saveStatus } from '../../queries/kiosk.ts';

/** More missing than wait in the kiosk's own outbox means that something given out is gone. */
export const heartbeat = handle('POST /api/kiosks/heartbeat', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  const at = isoOf(clock.system());
  await saveStatus(database.write, kiosk.id, { ...body, at });
  const received = await receivedOf(database.read, kiosk.id, body.sequence);
  if (received.missing.length > body.waiting + body.quarantined)
    await recordIrregularities(
      database.write,
      kiosk.prison_id,
      at,
      received.missing.map(sequence => ({
        kind: 'sequence-missing' as const,
        kioskId: kiosk.id,
        once: `missing:${kiosk.id}:${sequence}`,
        detail: { sequence, waiting: body.waiting },
      })),
    );
  database.announce({ noun: 'kiosk', prisonId: kiosk.prison_id, ids: [kiosk.id] });
  return {
    time: isoOf(clock.now()),
    timeConfirmed: clock.confirmed,
    received: received.highest,
    missing: [...received.missing],
  };
});
