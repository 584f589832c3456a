import { handle, present } from '../../http/operation.ts';
import { standingForThePrison, standingOfLog } from '../../queries/log-standing.ts';
import { prisonsOf } from './scope.ts';

export const showLogs = handle('GET /api/logs', async ({ context, caller }) => {
  const { database, keys, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisonIds = await prisonsOf(database.read, staff);
  const standing = (id: string) =>
    staff.role === 'officer-in-charge'
      ? standingForThePrison(database.read, keys, id, clock.now())
      : standingOfLog(database.read, keys, id);
  return { logs: await Promise.all(prisonIds.map(standing)) };
});
