import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { indexSubmission } from '../database/search.ts';
import { act, theSystem } from './act.ts';
import { searchTextOf } from './search-text.ts';

export async function dueReplies(db: Kysely<Schema>, now: string) {
  const rows = await db
    .selectFrom('reply')
    .innerJoin('submission', 'submission.id', 'reply.submission_id')
    .select(['reply.id', 'submission_id', 'prison_id', 'identity'])
    .where('sent_at', 'is', null)
    .where('called_back_at', 'is', null)
    .where('sends_at', '<=', now)
    .orderBy('sends_at')
    .limit(200)
    .execute();
  return rows.map(row => ({
    replyId: row.id,
    submissionId: row.submission_id,
    prisonId: row.prison_id,
    nameless: row.identity !== 'named',
  }));
}

export interface Sending {
  readonly replyId: string;
  readonly submissionId: string;
  readonly prisonId: string;
  readonly at: string;
  readonly reopeningsAllowed: number;
}

/** Sends one reply; false if it was sent or called back meanwhile. */
export async function sendReply(database: Database, sending: Sending): Promise<boolean> {
  return database.transaction(async tx => {
    await database.lockHead(tx, sending.prisonId);
    const row = await tx
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', sending.submissionId)
      .executeTakeFirstOrThrow();
    const reply = await tx
      .selectFrom('reply')
      .selectAll()
      .where('id', '=', sending.replyId)
      .executeTakeFirstOrThrow();
    if (reply.sent_at !== null || reply.called_back_at !== null) return false;
    await tx.updateTable('reply').set({ sent_at: sending.at }).where('id', '=', reply.id).execute();
    await act(tx, row, {
      action: 'send',
      person: theSystem,
      at: sending.at,
      reopeningsAllowed: sending.reopeningsAllowed,
      detail: { reply: reply.id, outcome: reply.outcome },
      // Whoever answered over the unit's head has it now: *not settled* goes one step up from him, never back down.
      set: { reply_pending: 0, ...(reply.author_office === 'unit' ? {} : { owner: reply.author_office }) },
    });
    if (row.number !== null)
      await indexSubmission(database, tx, {
        prisonId: sending.prisonId,
        number: row.number,
        text: searchTextOf(row, reply.text),
      });
    return true;
  });
}
