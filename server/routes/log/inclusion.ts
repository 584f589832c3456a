import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { proveInclusion } from '../../queries/log-proof.ts';
import { onePrisonOf } from './scope.ts';
import { toProof } from './to-proof.ts';

/** Why an entry is in the log of a size that was signed. */
export const inclusion = handle('GET /api/logs/inclusion', async ({ context, caller, query }) => {
  const { read } = context.database;
  const prisonId = await onePrisonOf(read, present(caller.staff, 'staff'), query.prison);
  if (query.index >= query.size) throw new Problem('not-found');
  return toProof(read, prisonId, query.size, () => proveInclusion(read, prisonId, query.index, query.size));
});
