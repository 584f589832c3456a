import { handle, present } from '../../http/operation.ts';
import { forThePrison, standingOfLog } from '../../queries/log-standing.ts';
import { prisonsOf } from './scope.ts';

export const showLogs = handle('GET /api/logs', async ({ context, caller }) => {
  const { database, keys } = context;
  const staff = present(caller.staff, 'staff');
  const prisonIds = await prisonsOf(database.read, staff);
  const logs = await Promise.all(prisonIds.map(id => standingOfLog(database.read, keys, id)));
  return { logs: staff.role === 'officer-in-charge' ? logs.map(forThePrison) : logs };
});
