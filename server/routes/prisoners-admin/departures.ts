import { handle, present } from '../../http/operation.ts';
import { listDepartures } from '../../queries/departures.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const departures = handle('GET /api/departures', async ({ context, caller }) => ({
  departures: await listDepartures(context.database.read, registerOf(present(caller.staff, 'staff'))),
}));
