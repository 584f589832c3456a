import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { endAbsence, prisonOfAbsence } from '../../queries/absence.ts';
import { prisonInSight } from './scope.ts';

export const endAbsenceNow = handle('POST /api/absences/:id/end', async ({ context, caller, params }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prison = await prisonInSight(database, staff, await prisonOfAbsence(database.read, params.id));
  const at = isoOf(clock.now());
  await endAbsence(database, { id: params.id, prisonId: prison.id, by: staff.id, at });
  return done;
});
