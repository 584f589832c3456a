import { handle, present } from '../../http/operation.ts';
import { workSheet } from '../../queries/earnings-day.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const workDay = handle('GET /api/earnings/day', async ({ context, caller, query }) => {
  const staff = present(caller.staff, 'staff');
  const rows = await workSheet(context.database.read, registerOf(staff), query.wing, query.day);
  return { day: query.day, rows, mayWrite: staff.role === 'documentation-office' };
});
