import { handle, present } from '../../http/operation.ts';
import { listPins } from '../../queries/pin-list.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const pins = handle('GET /api/pins', async ({ context, caller, query }) => {
  const staff = present(caller.staff, 'staff');
  return listPins(context.database.read, registerOf(staff), query.wing ?? null, staff);
});
