import { handle, present } from '../../http/operation.ts';
import { confirmTime, readTimeState } from '../../queries/clock.ts';

export const confirm = handle('POST /api/time/confirm', async ({ context, caller }) => {
  const { database, clock } = context;
  await confirmTime(database, clock, present(caller.staff, 'staff'));
  return readTimeState(database, clock);
});
