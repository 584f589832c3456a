import { handle, present } from '../../http/operation.ts';
import { importFrom } from '../../queries/import.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { momentIn } from '../record-owner.ts';

export const importFile = handle('POST /api/imports', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  return importFrom(context, { prisonId, staff }, body, await momentIn(context, prisonId));
});
