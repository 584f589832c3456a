import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { printSlips } from '../../queries/pin-print.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const printPins = handle('POST /api/pins/print', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const at = isoOf(context.clock.now());
  const pictures = new Set(body.pictures);
  const wanted = body.prisoners.map(id => ({ id, kind: pictures.has(id) ? 'pictures' : 'digits' }) as const);
  return { slips: await printSlips(context, wanted, { prisonId: registerOf(staff), staff, at }) };
});
