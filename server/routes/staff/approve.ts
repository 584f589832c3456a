import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { approveAccount } from '../../queries/staff-accounts.ts';
import { makeFirstPassword } from './first-password.ts';

export const approve = handle('POST /api/staff/:id/approve', async ({ context, caller, params }) => {
  const { database, clock } = context;
  const approver = present(caller.staff, 'staff');
  const password = await makeFirstPassword(context);
  await approveAccount(database, approver, params.id, password.hash, isoOf(clock.now()));
  return { id: params.id, password: password.shown };
});
