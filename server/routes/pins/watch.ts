import { handle, present } from '../../http/operation.ts';
import { watchPins } from '../../queries/pin-list.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const pinWatch = handle('GET /api/pins/watch', async ({ context, caller }) => ({
  rows: await watchPins(context.database.read, registerOf(present(caller.staff, 'staff'))),
}));
