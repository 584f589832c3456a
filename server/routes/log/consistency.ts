import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { proveConsistency } from '../../queries/log-proof.ts';
import { onePrisonOf } from './scope.ts';
import { toProof } from './to-proof.ts';

/** Why the log of a size begins with the one of an older size. */
export const consistency = handle('GET /api/logs/consistency', async ({ context, caller, query }) => {
  const { read } = context.database;
  const prisonId = await onePrisonOf(read, present(caller.staff, 'staff'), query.prison);
  if (query.older === 0 || query.older > query.size) throw new Problem('not-found');
  return toProof(read, prisonId, query.size, () => proveConsistency(read, prisonId, query.older, query.size));
});
