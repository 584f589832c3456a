import { randomUUID } from 'node:crypto';
import type { Kysely, Selectable, Transaction } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { dayOfLine, type SentenceEntry, type SentenceEntryBody } from '../../shared/sentence/entry.ts';
import { caseOf, linesOf } from '../../shared/sentence/record.ts';
import { releaseDates } from '../../shared/sentence/release-dates.ts';
import { type Notice, type SentenceView, sentenceView } from '../../shared/sentence/view.ts';
import type { Database } from '../database/database.ts';
import type { Schema, SentenceEntryTable } from '../database/schema.ts';
import { appendRecord, lockForRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
type Tx = Transaction<Schema>;
export type SentenceRow = Selectable<SentenceEntryTable>;

/** Who the record is about, and of which prison. */
export interface RecordOwner {
  readonly prisonerId: string;
  readonly prisonId: string;
}

/** Every line of a record, in order, reversed ones and reversals among them. */
export async function sentenceRows(db: Db, prisonerId: string): Promise<SentenceRow[]> {
  return db
    .selectFrom('sentence_entry')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .orderBy('position')
    .execute();
}

/** The lines that stand. */
export function standingEntries(rows: readonly SentenceRow[]): SentenceEntry[] {
  const undone = new Set(rows.flatMap(row => row.reverses ?? []));
  return rows
    .filter(row => row.kind !== 'reversal' && !undone.has(row.id))
    .map(
      row =>
        ({
          id: row.id,
          kind: row.kind,
          position: row.position,
          onDay: row.on_day,
          reason: row.reason,
          at: row.at,
          content: JSON.parse(row.content),
        }) as SentenceEntry,
    );
}

/** What was last said of each notice, counted answers only; *disagree* is never taken back by *heard*. */
async function answersOf(db: Db, prisonerId: string): Promise<Map<string, NonNullable<Notice['answer']>>> {
  const rows = await db
    .selectFrom('notice_answer')
    .select(['entry_id', 'kind'])
    .where('prisoner_id', '=', prisonerId)
    .where('counts', '=', 1)
    .orderBy('at')
    .execute();
  const weight = { opened: 0, heard: 1, disagree: 2 } as const;
  const answers = new Map<string, NonNullable<Notice['answer']>>();
  for (const { entry_id, kind } of rows) {
    const before = answers.get(entry_id);
    if (!before || weight[kind] > weight[before]) answers.set(entry_id, kind);
  }
  return answers;
}

/** Checks of rule 94 that two people have made, the latest last; `on` is the second one's day. */
async function checksOf(db: Db, prisonerId: string) {
  const rows = await db
    .selectFrom('sentence_check')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .orderBy('first_at')
    .execute();
  return rows.flatMap(row =>
    row.second_at === null
      ? []
      : { latest: row.latest, earliest: row.earliest, on: row.second_at.slice(0, 10) },
  );
}

/** Somebody's record as it stands today: the same for himself and for the office that keeps it. */
export async function sentenceOf(db: Db, owner: RecordOwner, today: string): Promise<SentenceView> {
  return sentenceView({
    entries: standingEntries(await sentenceRows(db, owner.prisonerId)),
    rules: await rulesOf(db, owner.prisonId),
    checks: await checksOf(db, owner.prisonerId),
    answers: await answersOf(db, owner.prisonerId),
    today,
  });
}

export interface Moment {
  readonly today: string;
  readonly at: string;
}

interface NewLine {
  readonly kind: SentenceRow['kind'];
  readonly onDay: string;
  readonly content: string;
  readonly reason: string;
  readonly reverses: string | null;
}

async function append(
  tx: Tx,
  owner: RecordOwner,
  staffId: string | null,
  line: NewLine,
  at: string,
): Promise<string> {
  const { last } = await tx
    .selectFrom('sentence_entry')
    .select(eb => eb.fn.max('position').as('last'))
    .where('prisoner_id', '=', owner.prisonerId)
    .executeTakeFirstOrThrow();
  const id = randomUUID();
  const { kind, onDay, content, reason, reverses } = line;
  await tx
    .insertInto('sentence_entry')
    .values({
      id,
      prison_id: owner.prisonId,
      prisoner_id: owner.prisonerId,
      position: Number(last ?? 0) + 1,
      kind,
      on_day: onDay,
      content,
      reason,
      reverses,
      import_id: null,
      by_id: staffId,
      at,
    })
    .execute();
  await appendRecord(tx, {
    prisonId: owner.prisonId,
    kind: 'sentence',
    at,
    actorId: staffId,
    content: { entry: id, prisoner: owner.prisonerId, kind, onDay, content, reason, reverses },
  });
  return id;
}

const isBackwards = (content: object): boolean => {
  const { from, to } = content as { from?: string; to?: string | null };
  return from !== undefined && to !== undefined && to !== null && to < from;
};

const dayPattern = (day: string) => {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
};

/** Days that no calendar has, an end before its beginning, a line about a sentence that is not there. */
function assertSense(entries: readonly SentenceEntry[], body: SentenceEntryBody): void {
  const days = Object.values(body.content).filter(
    value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  );
  if (!days.every(day => dayPattern(String(day)))) throw new Problem('value-wrong');
  if (isBackwards(body.content)) throw new Problem('value-wrong');
  if (body.kind === 'dates' && body.content.earliest > body.content.latest) throw new Problem('value-wrong');
  const named =
    body.kind === 'fine-paid'
      ? body.content.sentence
      : body.kind === 'sentence'
        ? body.content.consecutiveTo
        : null;
  if (named !== null && !linesOf(entries, 'sentence').some(line => line.id === named))
    throw new Problem('not-found', { detail: '/content' });
}

/**
 * Rule 79: nobody forfeits more remission than he has. Refused at the door, by the same count that the kiosk shows;
 * what cannot be counted for another reason (a life sentence) is no reason to refuse the line.
 */
function assertForfeitable(entries: readonly SentenceEntry[], line: SentenceEntry, today: string): void {
  if (line.kind !== 'forfeiture') return;
  const result = releaseDates(caseOf([...entries, line], 'calendar', today));
  if (!result.ok && result.refusal === 'forfeiture-beyond-remission')
    throw new Problem('forfeiture-beyond-remission');
}

/** Adds a line. Throws value-wrong, not-found (a sentence it names), forfeiture-beyond-remission. */
export async function addSentenceLine(
  database: Database,
  owner: RecordOwner,
  staff: Pick<StaffSession, 'id'>,
  body: SentenceEntryBody,
  { today, at }: Moment,
): Promise<string> {
  return database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const entries = standingEntries(await sentenceRows(tx, owner.prisonerId));
    assertSense(entries, body);
    const onDay = dayOfLine(body, today);
    assertForfeitable(
      entries,
      { ...body, id: '', position: entries.length + 1, onDay, at } as SentenceEntry,
      today,
    );
    const line = { kind: body.kind, onDay, content: JSON.stringify(body.content) };
    return append(tx, owner, staff.id, { ...line, reason: body.reason, reverses: null }, at);
  });
}

/** Undoes a line by a new one with a reason. Throws not-found, already-decided (it is undone already). */
export async function reverseSentenceLine(
  database: Database,
  owner: RecordOwner,
  staff: Pick<StaffSession, 'id'>,
  { entry, reason }: { readonly entry: string; readonly reason: string },
  { today, at }: Moment,
): Promise<void> {
  await database.transaction(async tx => {
    await lockForRecord(database, tx, owner.prisonId);
    const rows = await sentenceRows(tx, owner.prisonerId);
    const row = rows.find(one => one.id === entry);
    if (!row || row.kind === 'reversal') throw new Problem('not-found');
    if (rows.some(one => one.reverses === entry)) throw new Problem('already-decided');
    const line = { kind: 'reversal' as const, onDay: today, content: '{}', reason, reverses: entry };
    await append(tx, owner, staff.id, line, at);
  });
}
