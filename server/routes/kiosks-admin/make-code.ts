import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { insertEnrolmentCode } from '../../queries/kiosk.ts';
import { listWings } from '../../queries/prison.ts';
import { appendRecord } from '../../queries/record.ts';
import { digestOf, makeReadable } from '../../secrets.ts';
import { makeDevicePin } from '../device-pin.ts';
import { normalCode } from '../kiosks/enrol.ts';

const minutesGood = 15;

/** One kiosk may enrol with it, within a quarter of an hour. Guesses are slowed down, so ten characters are plenty. */
export const makeCode = handle('POST /api/kiosks/codes', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const { id: madeBy, prisonId } = present(caller.staff, 'staff');
  const wings = prisonId === null ? [] : await listWings(database.read, prisonId);
  if (prisonId === null || !wings.some(wing => wing.id === body.wing))
    throw new Problem('not-found', { detail: '/wing' });
  const code = makeReadable(10).replace(/(.{5})(?=.)/g, '$1-');
  const expiresAt = isoOf(clock.system().add({ minutes: minutesGood }));
  const codeHash = digestOf(normalCode(code));
  const { pin, kept } = await makeDevicePin();
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { wing: wingId, name, kind, cardPrefix } = body;
    const enrolled = { wingId, name, kind, cardPrefix, devicePin: kept };
    await insertEnrolmentCode(tx, { codeHash, prisonId, madeBy, expiresAt, ...enrolled });
    await appendRecord(tx, {
      prisonId,
      kind: 'kiosk',
      at: isoOf(clock.now()),
      actorId: madeBy,
      content: { action: 'code-made', wing: wingId, name, device: kind, expiresAt },
    });
  });
  return { code, expiresAt, devicePin: pin };
});
