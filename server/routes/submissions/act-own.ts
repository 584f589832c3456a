import { Problem } from '../../../shared/problems.ts';
import type { OwnSubmission } from '../../../shared/submission/schema.ts';
import { dayOf, isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
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
  const prison = await getPrison(database.read, session.prisonId);
  if (!(await getOwn(database.read, session.prisonerId, id))) throw new Problem('not-found');
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
