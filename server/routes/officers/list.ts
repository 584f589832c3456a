import { officeOf } from '../../../shared/staff/roles.ts';
import { handle, present } from '../../http/operation.ts';
import { listOfficers } from '../../queries/staff-accounts.ts';

/** Everyone who can be recorded as named: officers of this prison, those who left it too. */
export const officers = handle('GET /api/officers', async ({ context, caller }) => {
  const { prisonId } = present(caller.staff, 'staff');
  const staff = prisonId === null ? [] : await listOfficers(context.database.read, prisonId);
  return { officers: staff.filter(person => officeOf[person.role] === 'prison') };
});
