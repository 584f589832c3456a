import { randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { indexSubmission } from '../database/search.ts';
import { recordEvents, theSystem } from './act.ts';

type Tx = Transaction<Schema>;

/** The words under which a submission is found. */
function searchText(row: SubmissionRow): string {
  return [row.text ?? '', row.code].join(' ');
}

/**
 * Puts submissions into the officers' list, in the order given: each gets the next register number, its first
 * line of history and its place in the search. The caller holds the head of the prison's log.
 */
export async function listSubmissions(
  database: Database,
  tx: Tx,
  prisonId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  if (ids.length === 0) return;
  const { highest } = await tx
    .selectFrom('submission')
    .select(eb => eb.fn.max('number').as('highest'))
    .where('prison_id', '=', prisonId)
    .executeTakeFirstOrThrow();
  const found = await tx.selectFrom('submission').selectAll().where('id', 'in', ids).execute();
  const rowOf = new Map(found.map(row => [row.id, row]));
  const rows = ids.flatMap(id => rowOf.get(id) ?? []);
  let number = Number(highest ?? 0);
  for (const row of rows) {
    number += 1;
    await tx
      .updateTable('submission')
      .set({ number, listed_at: at, state_since: row.identity === 'named' ? row.state_since : at })
      .where('id', '=', row.id)
      .execute();
    await indexSubmission(database, tx, { prisonId, number, text: searchText(row) });
  }
  await recordEvents(
    tx,
    prisonId,
    rows.map(row => ({
      submissionId: row.id,
      position: 0,
      event: {
        action: 'receive',
        person: theSystem,
        // The hour of a nameless one is nobody's business.
        at: row.identity === 'named' ? row.received_at : at,
        from: null,
        to: row.state,
        detail: {},
      },
    })),
    at,
  );
}

/** The nameless ones whose morning has come, shuffled, so that their order tells nothing. */
export async function listNameless(database: Database, prisonId: string, now: string): Promise<number> {
  if (!(await anyWaiting(database.read, prisonId, now))) return 0;
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const rows = await waitingQuery(tx, prisonId, now).execute();
    const ids = rows.map(row => row.id);
    for (let last = ids.length - 1; last > 0; last -= 1) {
      const other = randomInt(last + 1);
      [ids[last], ids[other]] = [ids[other] as string, ids[last] as string];
    }
    await listSubmissions(database, tx, prisonId, ids, now);
    return ids.length;
  });
}

function waitingQuery(db: Kysely<Schema>, prisonId: string, now: string) {
  return db
    .selectFrom('submission')
    .select('id')
    .where('prison_id', '=', prisonId)
    .where('listed_at', 'is', null)
    .where('list_after', '<=', now);
}

async function anyWaiting(db: Kysely<Schema>, prisonId: string, now: string): Promise<boolean> {
  return (await waitingQuery(db, prisonId, now).limit(1).executeTakeFirst()) !== undefined;
}
