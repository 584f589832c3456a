import { handle, present } from '../../http/operation.ts';
import { listPrisoners, registerOf } from '../../queries/prisoner-register.ts';

const pageSize = 50;

export const prisoners = handle('GET /api/prisoners', async ({ context, caller, query }) => {
  const prisonId = registerOf(present(caller.staff, 'staff'));
  return listPrisoners(context.database.read, prisonId, {
    search: query.search ?? null,
    wing: query.wing ?? null,
    left: query.who === 'left',
    after: query.after ?? null,
    limit: query.limit ?? pageSize,
  });
});
