import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './database.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';
import { beginningOf, beginningsOf, type Term, termsOf, wordsOf } from './search-words.ts';
import type { Statement } from './statement.ts';
import { statementsOf } from './template.ts';

/** The text of a submission that stands in the officers' list, under its register number. */
export interface SubmissionText {
  readonly prisonId: string;
  readonly number: number;
  readonly text: string;
}

export interface SearchOptions {
  /** Only numbers below this one: the last number of the page before. */
  readonly before?: number;
  readonly limit: number;
}

/**
 * FTS5 is fast with the newest first only if its rowid is in that order. The register number counts per
 * prison, so each prison has a range of rowids of its own, and a search of one prison is a search of its range.
 */
const numbersPerPrison = 2 ** 32;

const sqliteTables = [
  'create table submission_text_range (prison_id text primary key, ordinal integer not null unique)',
  // Contentless: the words can be found but the text is not kept a second time.
  `create virtual table submission_text using fts5 (
     words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0')`,
];

const postgresTables = [
  `create table submission_text (
     prison_id text not null, number bigint not null, words tsvector not null, primary key (prison_id, number))`,
  // What waits to be put into the index is read through by every search: 256 kB at most.
  'create index submission_text_words on submission_text using gin (words) with (gin_pending_list_limit = 256)',
];

/** The tables of full-text search; called by a migration. */
export async function createSubmissionText(db: Kysely<Schema>, engine: Engine): Promise<void> {
  for (const table of engine === 'sqlite' ? sqliteTables : postgresTables) await sql.raw(table).execute(db);
}

const rangeOf = (prisonId: string) =>
  sql<number>`(select ordinal * ${numbersPerPrison} from submission_text_range where prison_id = ${prisonId})`;

/** A text as SQLite's index takes it: its words, so that they can be found together, then their beginnings. */
export function sqliteWordsOf(text: string): string {
  const words = wordsOf(text);
  return [...words, ...beginningsOf(words)].join(' ');
}

/** As a tsvector written out. PostgreSQL keeps positions up to 16383; a beginning needs none. */
export function postgresWordsOf(text: string): string {
  const words = wordsOf(text);
  const placed = words.map((word, index) => `${word}:${Math.min(index + 1, 16_383)}`);
  return [...placed, ...beginningsOf(words)].join(' ');
}

interface Indexed {
  readonly prisonId: string;
  readonly number: number;
  /** As the engine's index takes them. */
  readonly words: string;
}

const values = ({ prisonId, number, words }: Indexed) => [prisonId, number, words];

/** Each row: its place in the range of its prison, its words. */
const insertInSqlite = statementsOf<Indexed>({
  build: (db, rows) => {
    const texts = rows.map(
      ({ prisonId, number, words }) =>
        sql`((select ordinal from submission_text_range where prison_id = ${prisonId}) * ${sql.lit(numbersPerPrison)} + ${number}, ${words})`,
    );
    const query = sql`insert or replace into submission_text (rowid, words) values ${sql.join(texts)}`;
    return { compile: () => query.compile(db) };
  },
  values,
});

const insertInPostgres = statementsOf<Indexed>({
  build: (db, rows) => {
    const texts = rows.map(
      ({ prisonId, number, words }) => sql`(${prisonId}, ${number}, ${words}::tsvector)`,
    );
    const query = sql`insert into submission_text (prison_id, number, words) values ${sql.join(texts)}
      on conflict (prison_id, number) do update set words = excluded.words`;
    return { compile: () => query.compile(db) };
  },
  values,
});

/** A prison's range of rowids, made with the first of its texts. */
function makeRange(transaction: Transaction<Schema>, prisonId: string): Statement {
  return sql`insert into submission_text_range (prison_id, ordinal)
    select ${prisonId}, coalesce(max(ordinal) + 1, 0) from submission_text_range where true
    on conflict (prison_id) do nothing`.compile(transaction);
}

/** The statements that make texts findable, in the transaction that lists them; again if a text grew. */
export function indexStatements(
  db: Database,
  transaction: Transaction<Schema>,
  texts: readonly SubmissionText[],
): Statement[] {
  if (db.engine === 'postgres')
    return insertInPostgres(
      transaction,
      texts.map(({ prisonId, number, text }) => ({ prisonId, number, words: postgresWordsOf(text) })),
    );
  return [
    ...[...new Set(texts.map(({ prisonId }) => prisonId))].map(id => makeRange(transaction, id)),
    ...insertInSqlite(
      transaction,
      texts.map(({ prisonId, number, text }) => ({ prisonId, number, words: sqliteWordsOf(text) })),
    ),
  ];
}

/** Makes one submission's text findable. */
export async function indexSubmission(
  db: Database,
  transaction: Transaction<Schema>,
  text: SubmissionText,
): Promise<void> {
  await db.batch(transaction, indexStatements(db, transaction, [text]));
}

/** Takes it out of the search again, when its text lapses. */
export async function forgetSubmission(
  db: Database,
  transaction: Transaction<Schema>,
  prisonId: string,
  number: number,
): Promise<void> {
  const statement =
    db.engine === 'sqlite'
      ? sql`delete from submission_text where rowid = ${rangeOf(prisonId)} + ${number}`
      : sql`delete from submission_text where prison_id = ${prisonId} and number = ${number}`;
  await statement.execute(transaction);
}

/** One word that stands for the term in the index, if it is a beginning that the index holds. */
const indexedBeginning = ({ words: [first = ''], begun }: Term) => (begun ? beginningOf(first) : null);

function sqliteTerm(term: Term): string {
  const beginning = indexedBeginning(term);
  return beginning === null ? `"${term.words.join(' ')}"${term.begun ? ' *' : ''}` : `"${beginning}"`;
}

function postgresTerm(term: Term): string {
  const beginning = indexedBeginning(term);
  if (beginning !== null) return `'${beginning}'`;
  return term.words.map(word => `'${word}'${term.begun ? ':*' : ''}`).join(' <-> ');
}

function sqliteSearch(prisonId: string, terms: readonly Term[], { before, limit }: SearchOptions) {
  const query = terms.map(sqliteTerm).join(' AND ');
  const below = before ?? numbersPerPrison;
  return sql<{ number: number }>`
    select rowid - ${rangeOf(prisonId)} as number from submission_text
    where submission_text match ${query}
      and rowid > ${rangeOf(prisonId)} and rowid < ${rangeOf(prisonId)} + ${below}
    order by rowid desc limit ${limit}`;
}

function postgresSearch(prisonId: string, terms: readonly Term[], { before, limit }: SearchOptions) {
  const query = terms.map(term => `(${postgresTerm(term)})`).join(' & ');
  const below = before ?? numbersPerPrison;
  return sql<{ number: number }>`
    select number from submission_text
    where prison_id = ${prisonId} and words @@ ${query}::tsquery and number < ${below}
    order by number desc limit ${limit}`;
}

/**
 * The register numbers of a prison's submissions in which all of `typed` is found, newest first; none if
 * nothing in it is a word. Any string is safe. Who may see them is the caller's business.
 */
export async function searchSubmissions(
  db: Database,
  prisonId: string,
  typed: string,
  options: SearchOptions,
): Promise<number[]> {
  const terms = termsOf(typed);
  if (terms.length === 0) return [];
  const search = db.engine === 'sqlite' ? sqliteSearch : postgresSearch;
  const found = await search(prisonId, terms, options).execute(db.read);
  return found.rows.map(row => row.number);
}
