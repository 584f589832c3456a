import { call } from '../api/client.ts';
import { refreshAlike } from './alike.ts';
import { askOf, type CaseName, caseKey } from './case-name.ts';
import { readBeforeLive } from './live.ts';
import { type CasePage, type CaseQuery, openList, refreshCounts } from './submission.ts';

/**
 * What was read before the first drawing. Each is taken once: whoever asks a second time asks the server. The first
 * event stream reads everything again, because something may have changed before it opened.
 */
const ahead = { list: false, counts: false, alike: false };
let caseAhead: { readonly key: string; readonly page: CasePage } | null = null;

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

export async function readAlikeAhead(): Promise<void> {
  readBeforeLive();
  ahead.alike = true;
  await refreshAlike();
}

/** Throws what `call` throws; the page then asks itself. */
export async function readCaseAhead(name: CaseName): Promise<void> {
  readBeforeLive();
  caseAhead = { key: caseKey(name), page: await call('GET /api/cases/:number', askOf(name)) };
}

/** True once, if it was asked for already: its store has it, or soon will. */
export function takeAhead(what: keyof typeof ahead): boolean {
  const asked = ahead[what];
  ahead[what] = false;
  return asked;
}

/** Nobody is signed in after all: what was asked for him was refused, and whoever signs in now asks anew. */
export function forgetAhead(): void {
  ahead.list = false;
  ahead.counts = false;
  ahead.alike = false;
  caseAhead = null;
}

/** The case, if it is this one that was read. */
export function takeCaseAhead(name: CaseName): CasePage | null {
  const page = caseAhead?.key === caseKey(name) ? caseAhead.page : null;
  caseAhead = null;
  return page;
}
