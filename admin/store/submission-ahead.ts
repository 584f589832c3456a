import { call } from '../api/client.ts';
import { askOf, type CaseName, caseKey } from './case-name.ts';
import { readBeforeLive } from './live.ts';
import { type CasePage, type CaseQuery, openList, refreshCounts } from './submission.ts';

/**
 * What was read before the first drawing. Each is taken once: whoever asks a second time asks the server. The first
 * event stream reads everything again, because something may have changed before it opened.
 */
const ahead: { list: boolean; counts: boolean; case: { key: string; page: CasePage } | null } = {
  list: false,
  counts: false,
  case: null,
};

export async function readListAhead(query: CaseQuery): Promise<void> {
  readBeforeLive();
  ahead.list = true;
  await openList(query);
}

export async function readCountsAhead(): Promise<void> {
  readBeforeLive();
  ahead.counts = true;
  await refreshCounts();
}

/** Throws what `call` throws; the page then asks itself. */
export async function readCaseAhead(name: CaseName): Promise<void> {
  readBeforeLive();
  ahead.case = { key: caseKey(name), page: await call('GET /api/cases/:number', askOf(name)) };
}

/** True once, if the list was asked for already: `caseList` has it, or soon will. */
export function takeListAhead(): boolean {
  const { list } = ahead;
  ahead.list = false;
  return list;
}

/** The same for the counts. */
export function takeCountsAhead(): boolean {
  const { counts } = ahead;
  ahead.counts = false;
  return counts;
}

/** The case, if it is this one that was read. */
export function takeCaseAhead(name: CaseName): CasePage | null {
  const page = ahead.case?.key === caseKey(name) ? ahead.case.page : null;
  ahead.case = null;
  return page;
}
