import { handle, present } from '../../http/operation.ts';
import { listIrregularities } from '../../queries/irregularity.ts';

export const irregularities = handle('GET /api/irregularities', async ({ context, caller }) => {
  const { role, prisonId } = present(caller.staff, 'staff');
  // Only headquarters looks at all prisons; an account of no prison sees nobody's.
  if (role !== 'commissioner' && prisonId === null) return { irregularities: [] };
  const scope = role === 'commissioner' ? null : prisonId;
  return { irregularities: await listIrregularities(context.database.read, scope) };
});
