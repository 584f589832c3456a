import { done, handle, present } from '../../http/operation.ts';
import { answerNotice } from '../../queries/sentence-shown.ts';
import { momentIn } from '../record-owner.ts';

export const noticeAnswered = handle('POST /api/notices/:id', async ({ context, caller, params, body }) => {
  const owner = present(caller.prisoner, 'prisoner');
  const { at } = await momentIn(context, owner.prisonId);
  await answerNotice(context.database, owner, params.id, body.answer, at);
  return done;
});
