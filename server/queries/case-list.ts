import type { Kysely } from 'kysely';
import type { Kind } from '../../shared/submission/kinds.ts';
import type { State } from '../../shared/submission/life.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import type { Schema } from '../database/schema.ts';
import { isOpen, onlyOpenable, openTo } from './case.ts';
import { type Alike, alikeTo } from './case-alike.ts';
import type { Place } from './case-cursor.ts';
import type { ListedRow } from './case-row.ts';

type Db = Kysely<Schema>;
export type ListName = 'reading' | 'open' | 'answered' | 'finished';

export interface CaseFilter {
  readonly kind: Kind | null;
  readonly wing: string | null;
  /** Only those that say the same. */
  readonly alike: Alike | null;
}

export interface PageOf {
  readonly after: Place | null;
  readonly limit: number;
}

export interface Page {
  readonly rows: readonly ListedRow[];
  readonly next: Place | null;
}

/** Everything that `reader` may open and the filter lets through; a wing never finds a nameless one. */
export function openableRows(
  db: Db,
  reader: Reader,
  filter: CaseFilter,
  of: { readonly ended?: boolean } = {},
) {
  let query = db
    .selectFrom('submission')
    .leftJoin('wing', join =>
      join.onRef('wing.id', '=', 'submission.wing_id').on('submission.identity', '=', 'named'),
    )
    .selectAll('submission')
    .select('wing.name as wing')
    .where(openTo(reader, of));
  if (filter.kind !== null) query = query.where('submission.kind', '=', filter.kind);
  if (filter.wing !== null)
    query = query.where('submission.wing_id', '=', filter.wing).where('submission.identity', '=', 'named');
  if (filter.alike !== null) query = query.where(alikeTo(filter.alike));
  return query;
}

type Rows = ReturnType<typeof openableRows>;

const statesOf: Readonly<Record<'answered' | 'finished', readonly [State, State]>> = {
  answered: ['answered', 'delivered'],
  finished: ['settled', 'closed'],
};

/** The rows of one list; of all of them where it is null. */
export function ofList(rows: Rows, list: ListName | null): Rows {
  switch (list) {
    case null:
      return rows;
    case 'open':
      return rows.where('submission.open', '=', isOpen);
    case 'reading':
      return rows
        .where('submission.open', '=', isOpen)
        .where('submission.owner', '=', 'first-reader')
        .where('submission.state', '=', 'reading');
    default:
      return rows.where('submission.state', 'in', statesOf[list]);
  }
}

function dueFirst(rows: Rows, { after, limit }: PageOf): Rows {
  const query = rows
    .orderBy('submission.due_on')
    .orderBy('submission.number')
    .orderBy('submission.prison_id')
    .limit(limit + 1);
  if (!after) return query;
  return query.where(eb =>
    eb(
      eb.refTuple('submission.due_on', 'submission.number', 'submission.prison_id'),
      '>',
      eb.tuple(after.dueOn, after.number, after.prisonId),
    ),
  );
}

function newestFirst(rows: Rows, { after, limit }: PageOf): Rows {
  const query = rows
    .orderBy('submission.number', 'desc')
    .orderBy('submission.prison_id', 'desc')
    .limit(limit + 1);
  if (!after) return query;
  return query.where(eb =>
    eb(eb.refTuple('submission.number', 'submission.prison_id'), '<', eb.tuple(after.number, after.prisonId)),
  );
}

/** Newest register number first. */
export function byNumberDown(a: ListedRow, b: ListedRow): number {
  return (b.number ?? 0) - (a.number ?? 0) || (a.prison_id < b.prison_id ? 1 : -1);
}

async function fetchRows(rows: Rows, list: ListName, page: PageOf): Promise<ListedRow[]> {
  if (list === 'open' || list === 'reading') return dueFirst(ofList(rows, list), page).execute();
  // One index range per state, merged here: in the store a merge of ranges costs thirty times as much.
  const perState = await Promise.all(
    statesOf[list].map(state => newestFirst(rows.where('submission.state', '=', state), page).execute()),
  );
  return perState.flat().sort(byNumberDown);
}

/** Where a list goes on after this row. */
export function placeOf(row: ListedRow, list: ListName | null): Place {
  const byDay = list === 'open' || list === 'reading';
  return { dueOn: byDay ? row.due_on : '', number: row.number ?? 0, prisonId: row.prison_id };
}

/** One page of a list: open ones due first, answered and finished ones newest first. */
export async function listCases(
  db: Db,
  reader: Reader,
  list: ListName,
  filter: CaseFilter,
  page: PageOf,
): Promise<Page> {
  const ended = list === 'answered' || list === 'finished';
  const found = await fetchRows(openableRows(db, reader, filter, { ended }), list, page);
  const rows = found.slice(0, page.limit);
  const last = rows.at(-1);
  return {
    rows: await onlyOpenable(db, reader, rows),
    next: found.length > page.limit && last ? placeOf(last, list) : null,
  };
}
