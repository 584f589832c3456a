import type { Kysely } from 'kysely';
import { readCode } from '../../shared/submission/code.ts';
import { type Reader, shownOf } from '../../shared/submission/reach.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { searchSubmissions } from '../database/search.ts';
import { onlyOpenable } from './case.ts';
import {
  byNumberDown,
  type CaseFilter,
  type ListName,
  ofList,
  openableRows,
  type Page,
  type PageOf,
  placeOf,
} from './case-list.ts';
import type { ListedRow } from './case-row.ts';
import { listPrisonIds } from './prison.ts';
import { normalNumber } from './prisoner.ts';
import { appendRecord, recordEverywhere } from './record.ts';

type Db = Kysely<Schema>;

/**
 * How many candidates are looked at for one page: at first hardly more than it holds, because most searches
 * find more than anyone reads, then more each time, because every look costs the store the same.
 */
const firstLook = (limit: number) => Math.ceil(limit * 1.5);
const moreEachTime = 4;
const looksPerPage = 4;
/** No register reaches this number; the search index gives each prison so many places. */
const beyondAll = 2 ** 32;

export interface Search {
  readonly words: string;
  /** Null: whatever their state. */
  readonly list: ListName | null;
  readonly filter: CaseFilter;
}

/** Where and how far to look: below a register number, so many candidates at most. */
interface Reach {
  readonly prisonId: string;
  readonly below: number;
  readonly limit: number;
}

interface Batch {
  /** Register numbers, newest first. */
  readonly numbers: readonly number[];
  readonly exhausted: boolean;
}

/** The numbers of submissions with this receipt code. */
async function byCode(db: Db, words: string, { prisonId, below }: Reach): Promise<number[]> {
  const code = readCode(words);
  if (code === null) return [];
  const rows = await db
    .selectFrom('submission')
    .select('number')
    .where('prison_id', '=', prisonId)
    .where('code', '=', code)
    .where('number', '<', below)
    .execute();
  return rows.flatMap(row => row.number ?? []);
}

/** The numbers of a person's submissions by his prison number, for those who may see who wrote them. */
async function byPerson(
  db: Db,
  reader: Reader,
  words: string,
  { prisonId, below, limit }: Reach,
): Promise<number[]> {
  if (!/^[\p{L}\p{N}/ .-]{1,30}$/u.test(words)) return [];
  let query = db
    .selectFrom('submission')
    .innerJoin('prisoner_number', 'prisoner_number.prisoner_id', 'submission.prisoner_id')
    .select('submission.number')
    .where('prisoner_number.prison_id', '=', prisonId)
    .where('prisoner_number.number', '=', normalNumber(words))
    .where('submission.prison_id', '=', prisonId)
    .where('submission.identity', '=', 'named')
    .where('submission.number', '<', below)
    .orderBy('submission.number', 'desc')
    .limit(limit);
  if (!shownOf(reader.role, { nameless: false, personNeeded: false }).person)
    query = query.where('submission.person_needed', '=', 1);
  return (await query.execute()).flatMap(row => row.number ?? []);
}

/** The next submissions that the words may mean, below a register number: by text, by code, by person. */
async function candidates(database: Database, reader: Reader, words: string, reach: Reach): Promise<Batch> {
  const { prisonId, below, limit } = reach;
  const [text, code, person] = await Promise.all([
    searchSubmissions(database, prisonId, words, { before: below, limit }),
    byCode(database.read, words, reach),
    byPerson(database.read, reader, words, reach),
  ]);
  const full = [text, person].filter(found => found.length === limit);
  // What lies below the end of a full list belongs to a later batch.
  const floor = Math.max(0, ...full.map(found => found.at(-1) ?? 0));
  const numbers = new Set([...text, ...code, ...person].filter(number => number >= floor));
  return { numbers: [...numbers].sort((a, b) => b - a), exhausted: full.length === 0 };
}

async function rowsOf(
  db: Db,
  reader: Reader,
  { list, filter }: Search,
  prisonId: string,
  numbers: readonly number[],
): Promise<ListedRow[]> {
  if (numbers.length === 0) return [];
  const query = ofList(openableRows(db, reader, filter), list)
    .where('submission.prison_id', '=', prisonId)
    .where('submission.number', 'in', numbers);
  return onlyOpenable(db, reader, (await query.execute()).sort(byNumberDown));
}

/** The prisons that a reader's search goes through, from the one where the page before ended. */
async function prisonsOf(db: Db, reader: Reader, from: string): Promise<string[]> {
  const ids = reader.role === 'commissioner' ? await listPrisonIds(db) : [reader.prisonId ?? ''];
  return ids.filter(id => id >= from).sort();
}

/**
 * One page of what is found in text, replies, receipt code and prison number, newest first, prison by prison.
 * Only what the reader may open is found. A page may be short, or empty, and still have a next one.
 */
export async function searchCases(
  database: Database,
  reader: Reader,
  search: Search,
  { after, limit }: PageOf,
): Promise<Page> {
  const rows: ListedRow[] = [];
  let looks = 0;
  for (const prisonId of await prisonsOf(database.read, reader, after?.prisonId ?? '')) {
    let below = after?.prisonId === prisonId ? Math.min(after.number, beyondAll) : beyondAll;
    for (let exhausted = false; !exhausted; looks += 1) {
      if (looks === looksPerPage) return { rows, next: { dueOn: '', number: below, prisonId } };
      const batch = await candidates(database, reader, search.words, {
        prisonId,
        below,
        limit: firstLook(limit) * moreEachTime ** looks,
      });
      rows.push(...(await rowsOf(database.read, reader, search, prisonId, batch.numbers)));
      const last = rows[limit - 1];
      if (rows.length > limit && last) return { rows: rows.slice(0, limit), next: placeOf(last, null) };
      exhausted = batch.exhausted;
      below = batch.numbers.at(-1) ?? below;
    }
  }
  return { rows, next: null };
}

/** Keeps that somebody searched and for what, never what he found. */
export async function recordSearch(
  database: Database,
  reader: Reader,
  { words, list, filter }: Search,
  at: string,
): Promise<void> {
  const content = { words, list, kind: filter.kind, wing: filter.wing };
  const record = { kind: 'search', at, actorId: reader.id } as const;
  const { prisonId } = reader;
  // Headquarters searches every prison, so every prison's log says so.
  if (reader.role === 'commissioner' || prisonId === null) {
    await recordEverywhere(database, record, async () => content);
    return;
  }
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await appendRecord(tx, { ...record, prisonId, content });
  });
}
