import { handle, present } from '../../http/operation.ts';
import { stageOf } from '../../queries/stage.ts';
import { momentIn } from '../record-owner.ts';

export const ownStage = handle('GET /api/stage', async ({ context, caller }) => {
  const owner = present(caller.prisoner, 'prisoner');
  const { today } = await momentIn(context, owner.prisonId);
  return stageOf(context.database.read, owner, today);
});
