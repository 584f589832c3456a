import type { QueryOf, ReplyOf } from '../../shared/api.ts';
import { call } from '../api/client.ts';
import { type Failure, failureOf, isAbort } from '../api/failure.ts';
import type { CaseName } from './case-name.ts';
import { asShown, keyOfRow, mergeRows, type ShownRow } from './submission-merge.ts';
import { makeValue } from './value.ts';

export type CaseRow = ReplyOf<'GET /api/cases'>['cases'][number];
export type CasePage = ReplyOf<'GET /api/cases/:number'>;
export type Counts = ReplyOf<'GET /api/cases/counts'>;
export type CaseQuery = Omit<QueryOf<'GET /api/cases'>, 'after' | 'limit'>;

/** What the server is asked for a list; what is not filtered by is left out. */
export function queryOf(list: NonNullable<CaseQuery['list']>, filter: CaseFilter, search = ''): CaseQuery {
  const { kind, wing, alike } = filter;
  return {
    list,
    ...(kind ? { kind } : {}),
    ...(wing ? { wing } : {}),
    ...(alike ? { alike } : {}),
    ...(search ? { search } : {}),
  };
}

/** What a list is narrowed to. */
export interface CaseFilter {
  readonly kind: NonNullable<CaseQuery['kind']> | null;
  readonly wing: string | null;
  readonly alike: number | null;
}

/** Rows that came or went while somebody was looking; shown when he asks for them. */
interface Held {
  readonly fresh: readonly CaseRow[];
  readonly next: string | null;
  readonly added: number;
}

export interface CaseList {
  readonly query: CaseQuery;
  /** Null until the first page is here. */
  readonly rows: readonly ShownRow<CaseRow>[] | null;
  readonly next: string | null;
  readonly failure: Failure | null;
  readonly loading: boolean;
  readonly held: Held | null;
}

const page = 50;

const empty = { rows: null, next: null, failure: null, loading: true, held: null };

/** The list as it was last seen: coming back from a case finds it where it was. */
export const caseList = makeValue<CaseList>({ query: {}, ...empty });
export const counts = makeValue<Counts | null>(null);
/** What is searched for, in memory only: it may be somebody's name. */
export const searchWords = makeValue('');
/** The case that was opened last, so that the list can go on from it. */
export const lastCase = makeValue<CaseName | null>(null);

let running = new AbortController();

function begin(): AbortSignal {
  running.abort();
  running = new AbortController();
  return running.signal;
}

function sameQuery(a: CaseQuery, b: CaseQuery): boolean {
  return (
    a.list === b.list &&
    a.kind === b.kind &&
    a.wing === b.wing &&
    a.alike === b.alike &&
    a.search === b.search
  );
}

/** As many rows from the start as are on the screen, page by page. */
async function readAgain(query: CaseQuery, wanted: number, signal: AbortSignal) {
  const cases: CaseRow[] = [];
  let next: string | null = null;
  // A search may answer short pages: rather show fewer rows than ask without end.
  let asks = 0;
  do {
    const more: QueryOf<'GET /api/cases'> = next === null ? {} : { after: next };
    const part: ReplyOf<'GET /api/cases'> = await call('GET /api/cases', {
      query: { ...query, ...more, limit: page },
      signal,
    });
    cases.push(...part.cases);
    next = part.next;
    asks += 1;
  } while (next !== null && cases.length < wanted && asks < 6);
  return { cases, next };
}

function fail(error: unknown): void {
  if (isAbort(error)) return;
  caseList.set({ ...caseList.get(), failure: failureOf(error), loading: false });
}

/** Shows a list: at once if it is the one seen last, and in any case as it is now. */
export async function openList(query: CaseQuery): Promise<void> {
  if (sameQuery(query, caseList.get().query) && caseList.get().rows) {
    await refreshList(true);
    return;
  }
  const signal = begin();
  caseList.set({ query, ...empty });
  try {
    const { cases, next } = await readAgain(query, page, signal);
    caseList.set({ query, rows: asShown(cases), next, failure: null, loading: false, held: null });
  } catch (error) {
    fail(error);
  }
}

/** The next page, under what is shown. */
export async function moreOfList(): Promise<void> {
  const before = caseList.get();
  if (before.loading || before.next === null || !before.rows) return;
  const signal = begin();
  caseList.set({ ...before, loading: true });
  try {
    const part = await call('GET /api/cases', {
      query: { ...before.query, after: before.next, limit: page },
      signal,
    });
    const known = new Set(before.rows.map(({ row }) => keyOfRow(row)));
    const added = part.cases.filter(row => !known.has(keyOfRow(row)));
    const rows = [...before.rows, ...asShown(added)];
    caseList.set({ ...before, rows, next: part.next, failure: null, loading: false });
  } catch (error) {
    fail(error);
  }
}

/**
 * Reads the list again. `mayMove` false: somebody points at it, so rows stay where they are and what came or
 * went is held until it is asked for.
 */
export async function refreshList(mayMove: boolean): Promise<void> {
  const before = caseList.get();
  const signal = begin();
  if (!before.rows) return openList(before.query);
  try {
    const { cases, next } = await readAgain(before.query, before.rows.length, signal);
    const merged = mergeRows(before.rows, cases, before.next === null);
    const settled = { ...before, failure: null, loading: false };
    if (!merged.moved || mayMove) caseList.set({ ...settled, rows: asShown(cases), next, held: null });
    else caseList.set({ ...settled, rows: merged.rows, held: { fresh: cases, next, added: merged.added } });
  } catch (error) {
    fail(error);
  }
}

/** Shows what was held. */
export function showHeld(): void {
  const { held, ...list } = caseList.get();
  if (held) caseList.set({ ...list, rows: asShown(held.fresh), next: held.next, held: null });
}

/** Counts for the menu and the tiles; a failure leaves the last ones. */
export async function refreshCounts(): Promise<void> {
  try {
    counts.set(await call('GET /api/cases/counts'));
  } catch (error) {
    if (isAbort(error)) throw error;
  }
}
