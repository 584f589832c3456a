import { handle, present } from '../../http/operation.ts';
import { countUnchecked } from '../../queries/check-names.ts';
import { listClaims } from '../../queries/claims-list.ts';

export const claims = handle('GET /api/claims', async ({ context, caller }) => {
  const { prisonId } = present(caller.staff, 'staff');
  if (prisonId === null) return { claims: [], waiting: 0 };
  const { read } = context.database;
  return { claims: await listClaims(read, prisonId), waiting: await countUnchecked(read, prisonId) };
});
