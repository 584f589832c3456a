import { randomInt } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { LogEntry } from '../../shared/log/entry.ts';
import type { Database } from '../database/database.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import { indexStatements } from '../database/search.ts';
import type { Statement, StatementResult } from '../database/statement.ts';
import { recordingOf, theSystem } from './act.ts';
import { appendStatements, headIn, selectHead } from './log.ts';
import { digestOfWords, type SaidRow, saidWords } from './log-words.ts';
import { searchTextOf } from './search-text.ts';

type Tx = Transaction<Schema>;

/** The highest register number of a prison; the next one is one more. */
export function selectHighest(db: Kysely<Schema>, prisonId: string) {
  return db
    .selectFrom('submission')
    .select(eb => eb.fn.max('number').as('highest'))
    .where('prison_id', '=', prisonId);
}

/** The highest number among a batch's results; 0 for an empty list. */
export function highestIn(result: StatementResult | undefined): number {
  return Number(result?.rows[0]?.highest ?? 0);
}

/** What listing a submission needs to know of it. */
export interface Listed extends SaidRow, Pick<SubmissionRow, 'code' | 'identity' | 'state' | 'received_at'> {
  readonly number: number;
}

/**
 * What putting submissions into the list takes beside their numbers, in the order given: each gets its first
 * line of history and its place in the search.
 */
export function listingOf(
  database: Database,
  tx: Tx,
  prisonId: string,
  rows: readonly Listed[],
  at: string,
): { statements: readonly Statement[]; entries: readonly LogEntry[] } {
  const texts = rows.map(row => ({ prisonId, number: row.number, text: searchTextOf(row) }));
  const { statements, entries } = recordingOf(
    tx,
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
        // From here on nobody can change what was said and not be contradicted.
        detail: { said: digestOfWords(saidWords(row)) },
      },
    })),
  );
  return { statements: [...indexStatements(database, tx, texts), ...statements], entries };
}

/** One text for all rows: the values are its number, the two times, its id. */
function numberStatements(tx: Tx, rows: readonly (SubmissionRow & Listed)[], at: string): Statement[] {
  const { sql } = tx
    .updateTable('submission')
    .set({ number: 0, listed_at: at, state_since: at })
    .where('id', '=', '')
    .compile();
  return rows.map(row => ({
    sql,
    parameters: [row.number, at, row.identity === 'named' ? row.state_since : at, row.id],
  }));
}

/** So many in one flight; both engines have a limit to the values of a statement. */
const atOnce = 500;

/**
 * Puts submissions into the officers' list, in the order given, under the next register numbers. The caller
 * holds the head of the prison's log.
 */
export async function listSubmissions(
  database: Database,
  tx: Tx,
  prisonId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  for (let from = 0; from < ids.length; from += atOnce)
    await listSome(database, tx, prisonId, ids.slice(from, from + atOnce), at);
}

async function listSome(
  database: Database,
  tx: Tx,
  prisonId: string,
  ids: readonly string[],
  at: string,
): Promise<void> {
  const [head, highest, found] = await database.batch(tx, [
    selectHead(tx, prisonId).compile(),
    selectHighest(tx, prisonId).compile(),
    tx.selectFrom('submission').selectAll().where('id', 'in', ids).compile(),
  ]);
  const rowOf = new Map(
    ((found?.rows ?? []) as readonly unknown[] as SubmissionRow[]).map(row => [row.id, row]),
  );
  const first = highestIn(highest) + 1;
  const rows = ids
    .flatMap(id => rowOf.get(id) ?? [])
    .map((row, index) => ({ ...row, number: first + index }));
  const { statements, entries } = listingOf(database, tx, prisonId, rows, at);
  await database.batch(tx, [
    ...numberStatements(tx, rows, at),
    ...statements,
    ...appendStatements(tx, prisonId, headIn(head), entries, at),
  ]);
}

/**
 * The nameless ones whose morning has come, shuffled, so that their order tells nothing; among them those whose
 * name still waits for its check.
 */
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
    for (let from = 0; from < ids.length; from += atOnce)
      await tx
        .updateTable('submission')
        // Without a name there is no wing either; it comes with the name.
        .set({ wing_id: null })
        .where('id', 'in', ids.slice(from, from + atOnce))
        .where('identity', '=', 'checking')
        .execute();
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
