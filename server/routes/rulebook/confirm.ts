import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { confirmRule } from '../../queries/rulebook.ts';
import { todayOf } from '../today.ts';

export const confirmValue = handle('POST /api/rulebook/confirmations', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const prisonId = present(staff.prisonId, 'prison');
  const day = await todayOf(context, prisonId);
  const at = isoOf(context.clock.now());
  await confirmRule(context.database, { ...staff, prisonId }, body, { day, at });
  return done;
});
