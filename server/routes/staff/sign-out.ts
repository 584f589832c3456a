import { isoOf } from '../../clock.ts';
import { staffCookie } from '../../http/access.ts';
import { done, handle, present } from '../../http/operation.ts';
import { endStaffSession } from '../../queries/staff.ts';

export const signOut = handle('POST /api/staff/sign-out', async ({ context, caller, reply }) => {
  const { database, clock } = context;
  await endStaffSession(database.write, present(caller.staff, 'staff').tokenHash, isoOf(clock.system()));
  reply.clearCookie(staffCookie, { path: '/' });
  return done;
});
