import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { indexSubmission } from '../database/search.ts';
import { recordIrregularities } from './irregularity.ts';
import { selectHead } from './log.ts';
import { holdLog } from './log-state.ts';
import { listPrisonIds } from './prison.ts';
import { appendRecord } from './record.ts';
import { searchTextOf } from './search-text.ts';
import { silentWitnesses } from './witness.ts';

type Tx = Transaction<Schema>;

const submissionsInPage = 200;

/** Fills the search anew from the submissions themselves; it is in no back-up. Answers how many it holds. */
export async function indexAllSubmissions(database: Database, tx: Tx): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const rows = await tx
      .selectFrom('submission')
      .select(['id', 'prison_id', 'number', 'text', 'code'])
      .where('id', '>', after)
      .where('number', 'is not', null)
      .orderBy('id')
      .limit(submissionsInPage)
      .execute();
    for (const row of rows) {
      const { prison_id: prisonId, number } = row;
      if (number === null) continue;
      const text = searchTextOf(row, await lastReplySent(tx, row.id));
      await indexSubmission(database, tx, { prisonId, number, text });
      count += 1;
    }
    const last = rows.at(-1);
    if (!last || rows.length < submissionsInPage) return count;
    after = last.id;
  }
}

async function lastReplySent(tx: Tx, submissionId: string): Promise<string | undefined> {
  const reply = await tx
    .selectFrom('reply')
    .select('text')
    .where('submission_id', '=', submissionId)
    .where('sent_at', 'is not', null)
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return reply?.text;
}

/**
 * What a restored database must say of itself before anybody works with it: a leaf in every prison's log, a line
 * for whoever looks at irregularities, and nobody signed in, because whoever signed out or was shut out since
 * would be in again. Nothing is signed until every kiosk has said that it saw no more of the log. `madeAt` is the time of the back-up, `at` the time now.
 */
export async function markRestored(database: Database, tx: Tx, madeAt: string, at: string): Promise<void> {
  await tx.updateTable('staff_session').set({ ended_at: at }).where('ended_at', 'is', null).execute();
  await tx.updateTable('prisoner_session').set({ ended_at: at }).where('ended_at', 'is', null).execute();
  for (const prisonId of await listPrisonIds(tx)) {
    await database.lockHead(tx, prisonId);
    const { size: kept } = await selectHead(tx, prisonId).executeTakeFirstOrThrow();
    await appendRecord(tx, { prisonId, kind: 'restore', at, actorId: null, content: { madeAt } });
    await recordIrregularities(tx, prisonId, at, [
      { kind: 'restored', kioskId: null, once: `restored:${prisonId}:${at}`, detail: { madeAt } },
    ]);
    if ((await silentWitnesses(tx, prisonId, at)).length > 0)
      await holdLog(tx, prisonId, { hold: 'restored', detail: { madeAt, kept }, at });
  }
}
