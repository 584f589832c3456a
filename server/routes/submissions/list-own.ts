import { dayOf, isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { recentReset } from '../../queries/pin-own.ts';
import { getPrisons } from '../../queries/prison.ts';
import { listOwn } from '../../queries/submission.ts';
import { ownSubmissionOf } from './view.ts';

export const listOwnSubmissions = handle('GET /api/submissions', async ({ context, caller }) => {
  const { prisonerId } = present(caller.prisoner, 'prisoner');
  const found = await listOwn(context.database.read, prisonerId);
  const reset = await recentReset(context.database.read, prisonerId, isoOf(context.clock.now()));
  const open = reset ? found.filter(({ row }) => row.received_at >= reset.at) : found;
  // Each of the prison that answers it: he may have been in several.
  const prisons = await getPrisons(
    context.database.read,
    open.map(({ row }) => row.prison_id),
  );
  return {
    submissions: open.flatMap(one => {
      const prison = prisons.get(one.row.prison_id);
      return prison ? ownSubmissionOf(one, prison, dayOf(context.clock.now(), prison.zone)) : [];
    }),
  };
});
