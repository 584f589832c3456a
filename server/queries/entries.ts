import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import { isDay } from '../../shared/prisoner/lines.ts';
import { Problem } from '../../shared/problems.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { EarningsEntryTable } from '../database/tables/earnings.ts';
import type { RecordTable } from '../database/tables/log.ts';
import type { SentenceEntryTable } from '../database/tables/sentence.ts';
import type { StageEntryTable } from '../database/tables/stage.ts';
import { statementsOf } from '../database/template.ts';
import { appendToLog, commitmentOf, makeSalt } from './log.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;

/** The tables whose rows are the lines of somebody's record. */
interface Tables {
  readonly sentence: SentenceEntryTable;
  readonly stage: StageEntryTable;
  readonly earnings: EarningsEntryTable;
}
export type Noun = keyof Tables;
export type EntryRow<N extends Noun> = Selectable<Tables[N]>;

/** What every line has; the rest of its columns are the noun's own. */
interface Common {
  /** Its id, where other lines of the same writing name it; else one is made. */
  readonly id?: string;
  readonly prisoner_id: string;
  readonly kind: string;
  readonly on_day: string;
  readonly reason: string;
  readonly reverses: string | null;
}
type Own<N extends Noun> = N extends 'earnings'
  ? Pick<EarningsEntryTable, 'grade' | 'days' | 'rate_cents' | 'amount_cents'>
  : { readonly content: string };
export type NewEntry<N extends Noun> = Common & { readonly kind: Tables[N]['kind'] } & Own<N>;

/** Whose record it is, and of which prison. */
export interface RecordOwner {
  readonly prisonerId: string;
  readonly prisonId: string;
  /** ISO, for a prison that he left for another one: what was written later is not its to see. */
  readonly until?: string | null;
}

/** Later than whatever was written: for a reader from whom nothing is kept. */
export const beyondTime = '9999';

export interface Moment {
  readonly today: string;
  readonly at: string;
}

/** By whom, when, and with which import. */
export interface Written {
  readonly prisonId: string;
  readonly byId: string | null;
  readonly at: string;
  readonly importId: string | null;
}

const contentTemplate = (table: 'sentence_entry' | 'stage_entry') =>
  statementsOf<SentenceEntryTable>({
    build: (db, rows) => db.insertInto(table as 'sentence_entry').values(rows),
    values: row => Object.values(row),
  });

/** Every row is made by `rowOf`, so that its columns are in one order. */
const inserts = {
  sentence: contentTemplate('sentence_entry'),
  stage: contentTemplate('stage_entry') as unknown as ReturnType<typeof statementsOf<StageEntryTable>>,
  earnings: statementsOf<EarningsEntryTable>({
    build: (db, rows) => db.insertInto('earnings_entry').values(rows),
    values: row => Object.values(row),
  }),
};

const insertRecords = statementsOf<RecordTable>({
  build: (db, rows) => db.insertInto('record').values(rows),
  values: row => Object.values(row),
});

/** The ids of everybody in a prison's register: lines of theirs may have been written in another one. */
export const peopleOf = (db: Db, prisonId: string) =>
  db.selectFrom('prisoner').select('id').where('prison_id', '=', prisonId);

/** The last position of each person's lines. A whole prison is asked for at once if there are many. */
async function positionsOf(tx: Tx, noun: Noun, prisonId: string, prisonerIds: readonly string[]) {
  const query = tx
    .selectFrom(`${noun}_entry` as 'sentence_entry')
    .select(['prisoner_id', eb => eb.fn.max('position').as('last')]);
  const few = prisonerIds.length <= 200;
  const rows = await query
    .where('prisoner_id', 'in', few ? prisonerIds : peopleOf(tx, prisonId))
    .groupBy('prisoner_id')
    .execute();
  return new Map(rows.map(row => [row.prisoner_id, Number(row.last)]));
}

function rowOf<N extends Noun>(line: NewEntry<N>, position: number, written: Written): Tables[N] {
  const { id = randomUUID(), prisoner_id, kind, on_day, reason, reverses, ...own } = line;
  return {
    id,
    prison_id: written.prisonId,
    prisoner_id,
    position,
    kind,
    on_day,
    ...own,
    reason,
    reverses,
    import_id: written.importId,
    by_id: written.byId,
    at: written.at,
  } as unknown as Tables[N];
}

/** What the log commits to: the line as it was written. */
function recordOf(noun: Noun, row: Tables[Noun], { prisonId, byId, at }: Written): RecordTable {
  const { id, prisoner_id, kind, on_day, reason, reverses } = row;
  const own =
    'content' in row
      ? { content: row.content }
      : { grade: row.grade, days: row.days, rateCents: row.rate_cents, amountCents: row.amount_cents };
  const content = { entry: id, prisoner: prisoner_id, kind, onDay: on_day, ...own, reason, reverses };
  return {
    id: randomUUID(),
    prison_id: prisonId,
    kind: noun,
    at,
    actor_id: byId,
    content: canonical(content),
    salt: makeSalt(),
  };
}

/**
 * Adds lines to any number of records, each with its record and its leaf in the log, in the caller's transaction,
 * which holds the head of that log. Answers the ids in the lines' order.
 */
export async function appendEntries<N extends Noun>(
  database: Database,
  tx: Tx,
  noun: N,
  lines: readonly NewEntry<N>[],
  written: Written,
): Promise<string[]> {
  if (lines.length === 0) return [];
  const { prisonId, at } = written;
  const people = [...new Set(lines.map(line => line.prisoner_id))];
  const last = await positionsOf(tx, noun, prisonId, people);
  const rows = lines.map(line => {
    const position = (last.get(line.prisoner_id) ?? 0) + 1;
    last.set(line.prisoner_id, position);
    return rowOf(line, position, written);
  });
  const records = rows.map(row => recordOf(noun, row, written));
  const insert = inserts[noun] as unknown as (
    db: Db,
    rows: readonly Tables[N][],
  ) => ReturnType<typeof insertRecords>;
  await database.batch(tx, [...insert(tx, rows), ...insertRecords(tx, records)]);
  const leaves = records.map(({ id, kind, actor_id, content, salt }) => ({
    kind,
    commitment: commitmentOf(salt, { id, kind, at, actor: actor_id, content: JSON.parse(content) as Json }),
  }));
  await appendToLog(tx, prisonId, leaves, at);
  return rows.map(({ id }) => id);
}

/** Every line of a record, in order, reversed ones and reversals among them. */
export async function entryRows<N extends Noun>(
  db: Db,
  noun: N,
  { prisonerId, until }: Pick<RecordOwner, 'prisonerId' | 'until'>,
): Promise<EntryRow<N>[]> {
  const rows = await db
    .selectFrom(`${noun}_entry` as 'sentence_entry')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .where('at', '<=', until ?? beyondTime)
    .orderBy('position')
    .execute();
  return rows as unknown as EntryRow<N>[];
}

/** The same of everybody in a prison's register, each person's in order. */
export async function entryRowsIn<N extends Noun>(db: Db, noun: N, prisonId: string): Promise<EntryRow<N>[]> {
  const rows = await db
    .selectFrom(`${noun}_entry` as 'sentence_entry')
    .selectAll()
    .where('prisoner_id', 'in', peopleOf(db, prisonId))
    .orderBy('position')
    .execute();
  return rows as unknown as EntryRow<N>[];
}

interface AnyRow {
  readonly id: string;
  readonly kind: string;
  readonly reverses: string | null;
}

/** The rows that stand: neither reversed nor reversals. */
export function standingRows<R extends AnyRow>(rows: readonly R[]): R[] {
  const undone = new Set(rows.flatMap(row => row.reverses ?? []));
  return rows.filter(row => row.kind !== 'reversal' && !undone.has(row.id));
}

/** The row that is to be undone. Throws not-found, already-decided (it is undone already). */
export function reversible<R extends AnyRow>(rows: readonly R[], id: string): R {
  const row = rows.find(one => one.id === id);
  if (!row || row.kind === 'reversal') throw new Problem('not-found');
  if (rows.some(one => one.reverses === id)) throw new Problem('already-decided');
  return row;
}

/** Throws value-wrong for days that no calendar has and for an end before its beginning. */
export function assertDays(content: Readonly<Record<string, unknown>>): void {
  const days = Object.values(content).filter(
    value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  );
  if (!days.every(day => isDay(String(day)))) throw new Problem('value-wrong');
  const { from, to } = content;
  if (typeof from === 'string' && typeof to === 'string' && to < from) throw new Problem('value-wrong');
}
