import { handle, present } from '../../http/operation.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { listArrivals } from '../../queries/transfer.ts';

export const arrivals = handle('GET /api/arrivals', async ({ context, caller }) => {
  const staff = present(caller.staff, 'staff');
  return {
    arrivals: await listArrivals(context.database.read, registerOf(staff)),
    mayWrite: staff.role === 'documentation-office',
  };
});
