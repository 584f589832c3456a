import { done, handle, present } from '../../http/operation.ts';
import { registerOf } from '../../queries/prisoner-register.ts';
import { takeArrival } from '../../queries/transfer.ts';
import { momentIn } from '../record-owner.ts';

export const arrival = handle('POST /api/arrivals/:id', async ({ context, caller, params, body }) => {
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const moment = await momentIn(context, prisonId);
  await takeArrival(context.database, prisonId, staff, params.id, body, moment);
  return done;
});
