import { handle, present } from '../../http/operation.ts';
import { digestFor } from '../../queries/digest.ts';
import { dayFor } from '../cases/today.ts';

export const showDigest = handle('GET /api/digest', async ({ context, caller }) => {
  const reader = present(caller.staff, 'staff');
  return digestFor(context.database.read, reader, await dayFor(context, reader));
});
