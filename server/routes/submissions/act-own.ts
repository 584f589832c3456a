import { Problem } from '../../../shared/problems.ts';
import type { OwnSubmission } from '../../../shared/submission/schema.ts';
import { dayOf, isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { recentReset } from '../../queries/pin-own.ts';
import { getPrison } from '../../queries/prison.ts';
import type { PrisonerSession } from '../../queries/prisoner.ts';
import { actAsWriter, getOwn, type WriterAction } from '../../queries/submission.ts';
import { ownSubmissionOf } from './view.ts';

/** One step of a prisoner on one of his own submissions; answers how it stands then. */
export async function actOnOwn(
  context: Context,
  session: PrisonerSession,
  id: string,
  action: WriterAction['action'],
): Promise<OwnSubmission> {
  const { database, clock } = context;
  const own = await getOwn(database.read, session.prisonerId, id);
  if (!own) throw new Problem('not-found');
  // The prison that answers it, which he may have left.
  const prison = await getPrison(database.read, own.row.prison_id);
  const reset = await recentReset(database.read, session.prisonerId, isoOf(clock.now()));
  // What is older stays closed, and his word on a newer one would not count: whoever is in may be another.
  if (reset && (own.row.received_at < reset.at || action !== 'open-reply'))
    throw new Problem('pin-just-reset');
  await actAsWriter(database, {
    submissionId: id,
    prisonId: prison.id,
    prisonerId: session.prisonerId,
    action,
    at: isoOf(clock.now()),
    reopeningsAllowed: prison.settings.reopeningsAllowed,
  });
  database.announce({ noun: 'submission', prisonId: prison.id, ids: [id] });
  const found = await getOwn(database.read, session.prisonerId, id);
  if (!found) throw new Problem('not-found');
  return ownSubmissionOf(found, prison, dayOf(clock.now(), prison.zone));
}
