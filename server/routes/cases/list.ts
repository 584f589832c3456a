import type { QueryOf } from '../../../shared/api.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { handle, present } from '../../http/operation.ts';
import { findAlike } from '../../queries/case-alike.ts';
import { readCursor, writeCursor } from '../../queries/case-cursor.ts';
import { listCases, type Page } from '../../queries/case-list.ts';
import { caseRowsFor } from '../../queries/case-rows.ts';
import { recordSearch, searchCases } from '../../queries/case-search.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { todayFor } from './today.ts';

const usualLimit = 50;

export const list = handle('GET /api/cases', async ({ context, caller, query }) => {
  const reader = present(caller.staff, 'staff');
  const today = await todayFor(context, reader);
  const { rows, next } = await pageFor(context, reader, query, today);
  return {
    cases: await caseRowsFor(context.database.read, reader, rows, today),
    next: next && writeCursor(next),
  };
});

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
