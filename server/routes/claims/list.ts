import { handle, present } from '../../http/operation.ts';
import { listClaims } from '../../queries/claims-list.ts';

export const claims = handle('GET /api/claims', async ({ context, caller }) => {
  const { prisonId } = present(caller.staff, 'staff');
  return { claims: prisonId === null ? [] : await listClaims(context.database.read, prisonId) };
});
