import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { setDevicePin } from '../../queries/kiosk.ts';
import { appendRecord } from '../../queries/record.ts';
import { makeDevicePin } from '../device-pin.ts';

/** The old PIN goes on opening the kiosk until the kiosk has reached the server. */
export const newDevicePin = handle('POST /api/kiosks/:id/device-pin', async ({ context, caller, params }) => {
  const { database, clock } = context;
  const { id: actorId, prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) throw new Problem('not-found');
  const { pin, kept } = await makeDevicePin();
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    if (!(await setDevicePin(tx, prisonId, params.id, kept))) throw new Problem('not-found');
    const content = { action: 'device-pin-set', kiosk: params.id };
    await appendRecord(tx, { prisonId, kind: 'kiosk', at: isoOf(clock.now()), actorId, content });
  });
  return { devicePin: pin };
});
