import type { QueryOf } from '../../../shared/api.ts';
import type { KindVersion } from '../../../shared/submission/kind-rules.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import { findAlike } from '../../queries/case-alike.ts';
import { readCursor, writeCursor } from '../../queries/case-cursor.ts';
import { listCases, type Page } from '../../queries/case-list.ts';
import { caseRowOf } from '../../queries/case-row.ts';
import { recordSearch, searchCases } from '../../queries/case-search.ts';
import { kindVersions } from '../../queries/kind.ts';
import { prisonsFor } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { todayFor } from './today.ts';

const usualLimit = 50;

export const list = handle('GET /api/cases', async ({ context, caller, query }) => {
  const reader = present(caller.staff, 'staff');
  const today = await todayFor(context, reader);
  const { rows, next } = await pageFor(context, reader, query, today);
  const prisons = await prisonsFor(context.database.read, reader);
  const kinds = await kindsOf(context, rows);
  return {
    cases: rows.map(row => caseRowOf(row, today, prisons, kinds.get(row.prison_id) ?? [])),
    next: next && writeCursor(next),
  };
});

/** The versions of the kinds of each prison that the rows are of. */
async function kindsOf({ database }: Context, rows: Page['rows']): Promise<Map<string, KindVersion[]>> {
  const kinds = new Map<string, KindVersion[]>();
  for (const id of new Set(rows.map(row => row.prison_id)))
    kinds.set(id, await kindVersions(database.read, id));
  return kinds;
}

async function pageFor(
  { database, clock }: Context,
  reader: StaffSession,
  query: QueryOf<'GET /api/cases'>,
  today: string,
): Promise<Page> {
  const alike = query.alike === undefined ? null : await findAlike(database.read, reader, query.alike, today);
  const filter = { kind: query.kind ?? null, wing: query.wing ?? null, alike };
  const at = {
    after: query.after === undefined ? null : readCursor(query.after),
    limit: query.limit ?? usualLimit,
  };
  const words = query.search?.trim() ?? '';
  if (words === '') return listCases(database.read, reader, query.list ?? 'open', filter, at);
  const search = { words, list: query.list ?? null, filter };
  // Before it is made: a search that nobody could know of afterwards is not made at all.
  await recordSearch(database, reader, search, isoOf(clock.now()));
  return searchCases(database, reader, search, at);
}
