import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { isDatabaseProblem } from '../database/database-problem.ts';
import { getPrison } from '../queries/prison.ts';
import { dueReplies, sendReply } from '../queries/send-replies.ts';

/** Sends the replies whose ten seconds are over. Durable: what the server died over is sent at its next start. */
export async function sendReplies(context: Context): Promise<void> {
  const { database, clock } = context;
  const at = isoOf(clock.now());
  for (const { replyId, submissionId, prisonId, nameless } of await dueReplies(database.read, at)) {
    const { settings } = await getPrison(database.read, prisonId);
    const sent = await sendReply(database, {
      replyId,
      submissionId,
      prisonId,
      at,
      reopeningsAllowed: settings.reopeningsAllowed,
    });
    if (sent && !nameless) database.announce({ noun: 'submission', prisonId, ids: [submissionId] });
  }
}

/** Another process may be at the same work: its lock is no failure. */
export function isPassing(error: unknown): boolean {
  return isDatabaseProblem(error, 'storage-locked') || isDatabaseProblem(error, 'transaction-conflict');
}
