import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { proposeAccount } from '../../queries/staff-accounts.ts';
import { makeFirstPassword } from './first-password.ts';

export const propose = handle('POST /api/staff', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const proposer = present(caller.staff, 'staff');
  const password = await makeFirstPassword(context);
  const { id, active } = await proposeAccount(database, proposer, body, password.hash, isoOf(clock.now()));
  return { id, password: active ? password.shown : null };
});
