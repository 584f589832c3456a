import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { hear } from '../../queries/recording.ts';
import { addressIn } from '../cases/change.ts';

export const hearRecording = handle('GET /api/cases/:number/recording', async call => {
  const { database, keys, clock } = call.context;
  const reader = present(call.caller.staff, 'staff');
  return hear(database, { keys, reader, address: addressIn(call), at: isoOf(clock.now()) });
});
