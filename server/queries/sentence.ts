import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import type { RuleEntry } from '../../shared/rulebook/value.ts';
import { dayOfLine, type SentenceEntry, type SentenceEntryBody } from '../../shared/sentence/entry.ts';
import { caseOf, linesOf } from '../../shared/sentence/record.ts';
import { releaseDates } from '../../shared/sentence/release-dates.ts';
import { countedBy, type Notice, type SentenceView, sentenceView } from '../../shared/sentence/view.ts';
import { dayOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import {
  appendEntries,
  assertDays,
  beyondTime,
  type EntryRow,
  entryRows,
  type Moment,
  type RecordOwner,
  standingRows,
} from './entries.ts';
import { getPrison } from './prison.ts';
import { lockForRecord } from './record.ts';
import { rulesOf } from './rulebook.ts';
import type { StaffSession } from './staff.ts';

type Db = Kysely<Schema>;
export type SentenceRow = EntryRow<'sentence'>;

/** The lines that stand. */
export function standingEntries(rows: readonly SentenceRow[]): SentenceEntry[] {
  return standingRows(rows).map(
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
async function answersOf(
  db: Db,
  { prisonerId, until }: RecordOwner,
): Promise<Map<string, NonNullable<Notice['answer']>>> {
  const rows = await db
    .selectFrom('notice_answer')
    .select(['entry_id', 'kind'])
    .where('prisoner_id', '=', prisonerId)
    .where('counts', '=', 1)
    .where('at', '<=', until ?? beyondTime)
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

/** Checks of rule 94 that two people have made, the latest last; `on` is the second one's day in the prison. */
async function checksOf(db: Db, { prisonerId, prisonId, until }: RecordOwner) {
  const { zone } = await getPrison(db, prisonId);
  const rows = await db
    .selectFrom('sentence_check')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .orderBy('first_at')
    .execute();
  return rows.flatMap(row =>
    row.second_at === null || row.second_at > (until ?? beyondTime)
      ? []
      : {
          latest: row.latest,
          earliest: row.earliest,
          on: dayOf(Temporal.Instant.from(row.second_at), zone).toString(),
        },
  );
}

/** Somebody's record as it stands today: the same for himself and for the office that keeps it. */
export async function sentenceOf(db: Db, owner: RecordOwner, today: string): Promise<SentenceView> {
  return sentenceView({
    entries: standingEntries(await entryRows(db, 'sentence', owner)),
    rules: await rulesOf(db, owner.prisonId, owner.until),
    checks: await checksOf(db, owner),
    answers: await answersOf(db, owner),
    today,
  });
}

/** Days that no calendar has, an end before its beginning, a line about a sentence that is not there. */
export function assertSense(entries: readonly SentenceEntry[], body: SentenceEntryBody): void {
  assertDays(body.content);
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
export function assertForfeitable(
  entries: readonly SentenceEntry[],
  line: SentenceEntry,
  { rules, today }: { readonly rules: readonly RuleEntry[]; readonly today: string },
): void {
  if (line.kind !== 'forfeiture') return;
  const result = releaseDates(caseOf([...entries, line], countedBy(rules, today) ?? 'calendar', today));
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
    const entries = standingEntries(await entryRows(tx, 'sentence', owner));
    assertSense(entries, body);
    const onDay = dayOfLine(body, today);
    assertForfeitable(
      entries,
      { ...body, id: '', position: entries.length + 1, onDay, at } as SentenceEntry,
      { rules: await rulesOf(tx, owner.prisonId), today },
    );
    const line = {
      prisoner_id: owner.prisonerId,
      kind: body.kind,
      on_day: onDay,
      content: JSON.stringify(body.content),
      reason: body.reason,
      reverses: null,
    };
    const written = { prisonId: owner.prisonId, byId: staff.id, at, importId: null };
    const [id = ''] = await appendEntries(database, tx, 'sentence', [line], written);
    return id;
  });
}
