import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { endStaffSessions, getStaff, setPassword } from '../../queries/staff.ts';
import { hashSecret } from '../../secrets.ts';
import { checkPassword, ownPasswordCounts } from './check-password.ts';

/** One's own password. Other sessions of the same person end: whoever knew the old one is out. */
export const password = handle('POST /api/staff/password', async ({ context, caller, body }) => {
  const { database, clock, keys } = context;
  const { id, tokenHash } = present(caller.staff, 'staff');
  const person = await getStaff(database.read, id);
  await checkPassword(context, {
    password: body.current,
    hash: person?.password_hash ?? null,
    counts: ownPasswordCounts(id),
  });
  // A first password that is only confirmed is still known to the one who handed it over.
  if (body.next === body.current) throw new Problem('malformed', { detail: '/next' });
  const hash = await hashSecret(body.next, keys.pepper);
  await database.transaction(async tx => {
    await setPassword(tx, id, hash);
    await endStaffSessions(tx, id, tokenHash, isoOf(clock.system()));
  });
  return done;
});
