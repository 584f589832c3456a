import { handle, present } from '../../http/operation.ts';
import { listWings } from '../../queries/prison.ts';
import { listAccounts } from '../../queries/staff-accounts.ts';

export const listStaff = handle('GET /api/staff', async ({ context, caller }) => {
  const { read } = context.database;
  const reader = present(caller.staff, 'staff');
  return {
    staff: await listAccounts(read, reader),
    wings: reader.prisonId === null ? [] : await listWings(read, reader.prisonId),
  };
});
