import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { enterKey } from '../../queries/letter.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const enterLetterKey = handle('POST /api/letters/keys', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  const at = isoOf(context.clock.now());
  await enterKey(context.database, body, { prisonId: registerOf(staff), by: staff.id, at });
  return done;
});
