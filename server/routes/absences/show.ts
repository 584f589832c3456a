import { handle, present } from '../../http/operation.ts';
import { absencesOf } from '../../queries/absence.ts';
import { mayEnter, prisonsInSight } from './scope.ts';

export const showAbsences = handle('GET /api/absences', async ({ context, caller }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisons = await prisonsInSight(database, staff);
  return {
    prisons: await Promise.all(prisons.map(prison => absencesOf(database.read, prison, clock.now()))),
    mayEnter: mayEnter(staff.role),
  };
});
