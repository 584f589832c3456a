import { dayOf, isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { recentReset } from '../../queries/pin-own.ts';
import { getPrison } from '../../queries/prison.ts';
import { listOwn } from '../../queries/submission.ts';
import { ownSubmissionOf } from './view.ts';

export const listOwnSubmissions = handle('GET /api/submissions', async ({ context, caller }) => {
  const { prisonerId, prisonId } = present(caller.prisoner, 'prisoner');
  const prison = await getPrison(context.database.read, prisonId);
  const today = dayOf(context.clock.now(), prison.zone);
  const found = await listOwn(context.database.read, prisonerId);
  const reset = await recentReset(context.database.read, prisonerId, isoOf(context.clock.now()));
  const open = reset ? found.filter(({ row }) => row.received_at >= reset.at) : found;
  return { submissions: open.map(one => ownSubmissionOf(one, prison, today)) };
});
