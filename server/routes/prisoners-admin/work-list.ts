import { handle, present } from '../../http/operation.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { workListOf } from '../../queries/work-list.ts';
import { todayOf } from '../today.ts';

export const workList = handle('GET /api/work-list', async ({ context, caller }) => {
  const prisonId = registerOf(present(caller.staff, 'staff'));
  return workListOf(context.database.read, prisonId, await todayOf(context, prisonId));
});
