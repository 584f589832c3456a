import { handle, present } from '../../http/operation.ts';
import { standingOfLog } from '../../queries/log-standing.ts';
import { prisonsOf } from './scope.ts';

export const showLogs = handle('GET /api/logs', async ({ context, caller }) => {
  const { database, keys } = context;
  const prisonIds = await prisonsOf(database.read, present(caller.staff, 'staff'));
  return { logs: await Promise.all(prisonIds.map(id => standingOfLog(database.read, keys, id))) };
});
