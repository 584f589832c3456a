import { isNearKiosks } from '../../../shared/staff/roles.ts';
import { handle, present } from '../../http/operation.ts';
import { listIrregularities, withoutTraces } from '../../queries/irregularity.ts';
import { getPrison } from '../../queries/prison.ts';

export const irregularities = handle('GET /api/irregularities', async ({ context, caller }) => {
  const { role, prisonId } = present(caller.staff, 'staff');
  // Only headquarters looks at all prisons; an account of no prison sees nobody's.
  if (role !== 'commissioner' && prisonId === null) return { irregularities: [] };
  const scope = role === 'commissioner' ? null : prisonId;
  const found = await listIrregularities(context.database.read, scope);
  if (prisonId === null || !isNearKiosks(role)) return { irregularities: found };
  const { zone } = await getPrison(context.database.read, prisonId);
  return { irregularities: withoutTraces(found, zone, context.clock.now()) };
});
