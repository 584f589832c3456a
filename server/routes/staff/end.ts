import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { endAccount } from '../../queries/staff-accounts.ts';

export const end = handle('POST /api/staff/:id/end', async ({ context, caller, params }) => {
  const { database, clock } = context;
  await endAccount(database, present(caller.staff, 'staff'), params.id, isoOf(clock.now()));
  return done;
});
