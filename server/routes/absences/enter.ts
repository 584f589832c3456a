import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { insertAbsence } from '../../queries/absence.ts';
import { prisonInSight } from './scope.ts';

export const enterAbsence = handle('POST /api/absences', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prison = await prisonInSight(database, staff, body.prison);
  const { deputy, fromOn, untilOn, reason } = body;
  const at = isoOf(clock.now());
  const id = await insertAbsence(database, { prison, deputy, fromOn, untilOn, reason, by: staff.id, at });
  // What names the one who stands in is brought before headquarters at once.
  context.wake();
  return { id };
});
