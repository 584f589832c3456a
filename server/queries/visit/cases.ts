import { randomInt } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Reader } from '../../../shared/submission/reach.ts';
import type { VisitCase, VisitPack } from '../../../shared/visit/schema.ts';
import type { Schema } from '../../database/schema.ts';
import { onlyOpenable } from '../case.ts';
import { openableRows } from '../case-list.ts';
import { isNameless, type ListedRow } from '../case-row.ts';
import { listWings } from '../prison.ts';
import type { Span } from './span.ts';

type Db = Kysely<Schema>;
const all = { kind: null, wing: null, alike: null };
/** So many of each list go on paper; the number of all stands beside. */
const mostListed = 500;
const sampleSize = 5;

function caseOf(row: ListedRow, { today }: Span): VisitCase {
  const { kind, problem, received_on, due_on, state, reopened } = row;
  return {
    number: row.number ?? 0,
    kind,
    problem,
    wing: isNameless(row) ? null : row.wing,
    receivedOn: received_on,
    dueOn: due_on,
    overdue: row.open === 1 && due_on < today,
    state,
    reopened,
  };
}

/** Some of these, drawn by lot: nobody in the prison knows which cases are looked at. */
function drawn(rows: readonly ListedRow[]): ListedRow[] {
  const left = [...rows];
  const chosen: ListedRow[] = [];
  while (chosen.length < sampleSize && left.length > 0)
    chosen.push(...left.splice(randomInt(left.length), 1));
  return chosen;
}

/** What of the pack is cases: what is overdue, what came, which wings are silent, and a sample of the finished ones. */
export async function casesSince(
  db: Db,
  reader: Reader,
  span: Span,
): Promise<Pick<VisitPack, 'overdue' | 'cases' | 'received' | 'silentWings' | 'sample'>> {
  const rows = () => openableRows(db, reader, all);
  const [late, came, ended, wings] = await Promise.all([
    rows().where('submission.open', '=', 1).where('due_on', '<', span.today).orderBy('due_on').execute(),
    rows().where('received_on', '>=', span.since).orderBy('submission.number', 'desc').execute(),
    rows().where('state', 'in', ['settled', 'closed']).where('state_since', '>=', span.sinceAt).execute(),
    listWings(db, span.prison.id),
  ]);
  const openable = async (found: readonly ListedRow[]) => onlyOpenable(db, reader, found);
  const listed = async (found: readonly ListedRow[]) =>
    (await openable(found.slice(0, mostListed))).map(row => caseOf(row, span));
  const heard = new Set(came.flatMap(row => (isNameless(row) ? [] : (row.wing ?? []))));
  return {
    overdue: await listed(late),
    cases: await listed(came),
    received: came.length,
    silentWings: wings.flatMap(({ name }) => (heard.has(name) ? [] : name)),
    sample: await listed(drawn(await openable(ended))),
  };
}

/** Replies that went out since the day: how many, how many with the words of another, how many did not settle it. */
export async function answersSince(db: Db, { prison, sinceAt }: Span): Promise<VisitPack['answers']> {
  const replies = await db
    .selectFrom('reply')
    .innerJoin('submission', 'submission.id', 'reply.submission_id')
    .select(['reply.text'])
    .where('submission.prison_id', '=', prison.id)
    .where('reply.sent_at', '>=', sinceAt)
    .execute();
  const { count } = await db
    .selectFrom('event')
    .innerJoin('submission', 'submission.id', 'event.submission_id')
    .select(eb => eb.fn.countAll().as('count'))
    .where('submission.prison_id', '=', prison.id)
    .where('event.action', '=', 'not-settle')
    .where('event.at', '>=', sinceAt)
    .executeTakeFirstOrThrow();
  const byText = Map.groupBy(replies, ({ text }) => text.trim());
  const sameText = [...byText.values()].reduce((sum, same) => sum + (same.length > 1 ? same.length : 0), 0);
  return { sent: replies.length, sameText, notSettled: Number(count) };
}
