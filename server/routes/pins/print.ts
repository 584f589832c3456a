import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { printSlips } from '../../queries/pin-print.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const printPins = handle('POST /api/pins/print', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const at = isoOf(context.clock.now());
  return { slips: await printSlips(context, body.prisoners, { prisonId: registerOf(staff), staff, at }) };
});
