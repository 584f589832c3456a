import { handle, present } from '../../http/operation.ts';
import { countCases } from '../../queries/case-counts.ts';
import { todayFor } from './today.ts';

export const counts = handle('GET /api/cases/counts', async ({ context, caller }) => {
  const reader = present(caller.staff, 'staff');
  return countCases(context.database.read, reader, await todayFor(context, reader));
});
