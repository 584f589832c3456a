import { handle, present } from '../../http/operation.ts';
import { earningsOf } from '../../queries/earnings.ts';
import { momentIn } from '../record-owner.ts';

export const ownEarnings = handle('GET /api/earnings', async ({ context, caller }) => {
  const owner = present(caller.prisoner, 'prisoner');
  const { today } = await momentIn(context, owner.prisonId);
  return earningsOf(context.database.read, owner, today);
});
