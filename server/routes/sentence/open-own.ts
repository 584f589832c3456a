import { handle, present } from '../../http/operation.ts';
import { showOwn } from '../../queries/sentence-shown.ts';
import { momentIn } from '../record-owner.ts';

export const openOwnSentence = handle('POST /api/sentence/open', async ({ context, caller }) => {
  const owner = present(caller.prisoner, 'prisoner');
  const { today, at } = await momentIn(context, owner.prisonId);
  return showOwn(context.database, owner, today, at);
});
