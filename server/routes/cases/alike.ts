import { handle, present } from '../../http/operation.ts';
import { listAlike } from '../../queries/case-alike.ts';
import { todayFor } from './today.ts';

export const alike = handle('GET /api/cases/alike', async ({ context, caller }) => {
  const reader = present(caller.staff, 'staff');
  return { groups: await listAlike(context.database.read, reader, await todayFor(context, reader)) };
});
