import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { reserveBlock } from '../../queries/paper.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

/** The codes leave the server this once: a second print would be a second writer under one number. */
export const printPaper = handle('POST /api/paper', async ({ context, caller, body }) => {
  const { database, keys, clock } = context;
  const staff = present(caller.staff, 'staff');
  const at = isoOf(clock.now());
  return reserveBlock(database, keys, { prisonId: registerOf(staff), count: body.count, by: staff.id, at });
});
