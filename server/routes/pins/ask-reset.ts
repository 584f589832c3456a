import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { askReset } from '../../queries/pin-reset.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const askPinReset = handle('POST /api/pins/resets', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const at = isoOf(context.clock.now());
  return { id: await askReset(context.database, staff, { prisonId: registerOf(staff), ...body, at }) };
});
