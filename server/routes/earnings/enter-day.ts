import { handle, present } from '../../http/operation.ts';
import { enterWorkDay } from '../../queries/earnings.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { momentIn } from '../record-owner.ts';

export const enterDay = handle('POST /api/earnings/day', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const moment = await momentIn(context, prisonId);
  return { entered: await enterWorkDay(context.database, prisonId, staff, body, moment) };
});
