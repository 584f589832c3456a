import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { continueLog } from '../../queries/log-continue.ts';
import { onePrisonOf } from './scope.ts';

/** A justice or headquarters lets a held log go on, in the open. */
export const continueHeld = handle('POST /api/logs/continue', async ({ context, caller, query, body }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisonId = await onePrisonOf(database.read, staff, query.prison);
  await continueLog(database, prisonId, { by: staff.id, why: body.why, at: isoOf(clock.now()) });
  return done;
});
