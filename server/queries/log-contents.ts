import { hash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { statementBytes } from '../../shared/submission/statement.ts';
import type { Schema } from '../database/schema.ts';
import type { RecordTable } from '../database/tables/log.ts';
import type { EventTable, IntakeTable } from '../database/tables/submission.ts';
import { commitmentOf } from './log.ts';
import { LogDamaged } from './log-rehash.ts';
import { digestOfWords, replyWords, saidWords } from './log-words.ts';

type Db = Kysely<Schema>;

/** A content that stands in the log, with the commitment that its own words give. */
export interface Content {
  readonly kind: string;
  readonly commitment: string;
  /** Table and id of its row. */
  readonly where: string;
}

export const rowsInPage = 200;
const digest = (text: string | Uint8Array) => hash('sha256', text, 'base64url');

type ItemRow = Pick<
  Selectable<IntakeTable>,
  'id' | 'hash' | 'statement' | 'signature' | 'sealed' | 'receipt' | 'received_at'
>;
export type EventRow = Selectable<EventTable>;
type RecordRow = Selectable<RecordTable>;

/** A page of what was received, by id after the one given. */
function readItems(db: Db, prisonId: string, after: string): Promise<ItemRow[]> {
  return db
    .selectFrom('intake')
    .select(['id', 'hash', 'statement', 'signature', 'sealed', 'receipt', 'received_at'])
    .where('prison_id', '=', prisonId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(rowsInPage)
    .execute();
}

/** A page of what happened to submissions, by id after the one given. */
export function readEvents(db: Db, prisonId: string, after: string): Promise<EventRow[]> {
  return db
    .selectFrom('event')
    .innerJoin('submission', 'submission.id', 'event.submission_id')
    .selectAll('event')
    .where('submission.prison_id', '=', prisonId)
    .where('event.id', '>', after)
    .orderBy('event.id')
    .limit(rowsInPage)
    .execute();
}

function readRecords(db: Db, prisonId: string, after: string): Promise<RecordRow[]> {
  return db
    .selectFrom('record')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(rowsInPage)
    .execute();
}

/** What was received: the statement as it was signed, whose digest the log holds, and the envelope it names. */
function contentOfItem(row: ItemRow): Content {
  const where = `intake ${row.id}`;
  const statement = JSON.parse(row.statement) as Parameters<typeof statementBytes>[0];
  const receipt = JSON.parse(row.receipt) as { receivedAt?: unknown; hash?: unknown };
  const commitment = digest(statementBytes(statement));
  const whole =
    commitment === row.hash &&
    statement.id === row.id &&
    digest(row.sealed) === statement.sealed &&
    receipt.hash === row.hash &&
    receipt.receivedAt === row.received_at;
  if (!whole) throw new LogDamaged('content-changed', null, where);
  return { kind: 'received', commitment, where };
}

function contentOfEvent({ salt, ...content }: EventRow): Content {
  return { kind: 'event', commitment: commitmentOf(salt, content), where: `event ${content.id}` };
}

function contentOfRecord({ id, kind, at, actor_id: actor, salt, content }: RecordRow): Content {
  const committed = { id, kind, at, actor, content: JSON.parse(content) as Json };
  return { kind, commitment: commitmentOf(salt, committed), where: `record ${id}` };
}

/** Every row, some hundred at a time. */
async function* pages<R extends { readonly id: string }>(
  read: (after: string) => Promise<readonly R[]>,
): AsyncGenerator<readonly R[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsInPage) return;
    after = last.id;
  }
}

/** Words of which an event holds the digest: where they stand, and the digest. */
interface Told {
  readonly id: string;
  readonly digest: string;
}

/** The words that events tell of: of their submission's writer, and of replies. */
export function toldIn(events: readonly EventRow[]): { readonly said: Told[]; readonly replies: Told[] } {
  const said: Told[] = [];
  const replies: Told[] = [];
  for (const { submission_id: id, detail } of events) {
    const told = JSON.parse(detail) as { said?: unknown; reply?: unknown; digest?: unknown };
    if (typeof told.said === 'string') said.push({ id, digest: told.said });
    if (typeof told.reply === 'string' && typeof told.digest === 'string')
      replies.push({ id: told.reply, digest: told.digest });
  }
  return { said, replies };
}

/** The words themselves as they stand now, by id; what is gone is not there. */
export async function wordsOf(db: Db, told: ReturnType<typeof toldIn>) {
  const ids = (of: readonly Told[]) => ['', ...of.map(({ id }) => id)];
  const [said, replies] = await Promise.all([
    db.selectFrom('submission').selectAll().where('id', 'in', ids(told.said)).execute(),
    db.selectFrom('reply').selectAll().where('id', 'in', ids(told.replies)).execute(),
  ]);
  return {
    said: new Map(said.map(row => [row.id, saidWords(row)])),
    replies: new Map(replies.map(row => [row.id, replyWords(row)])),
  };
}

/** Words are not in the log, but their digest is in the event that tells of them. */
async function assertWords(db: Db, events: readonly EventRow[]): Promise<void> {
  const told = toldIn(events);
  const words = await wordsOf(db, told);
  for (const [table, asked, found] of [
    ['submission', told.said, words.said],
    ['reply', told.replies, words.replies],
  ] as const)
    for (const { id, digest: was } of asked) {
      const now = found.get(id);
      if (!now) throw new LogDamaged('content-missing', null, `${table} ${id}`);
      if (digestOfWords(now) !== was) throw new LogDamaged('content-changed', null, `${table} ${id}`);
    }
}

/**
 * Everything of a prison that the log commits to, worked out from the rows as they are now. Throws LogDamaged for
 * a row that contradicts itself: an envelope that is not the one that was signed for, words that changed.
 */
export async function* contentsOf(db: Db, prisonId: string): AsyncGenerator<Content> {
  for await (const rows of pages(after => readItems(db, prisonId, after)))
    for (const row of rows) yield contentOfItem(row);
  for await (const rows of pages(after => readEvents(db, prisonId, after))) {
    await assertWords(db, rows);
    for (const row of rows) yield contentOfEvent(row);
  }
  for await (const rows of pages(after => readRecords(db, prisonId, after)))
    for (const row of rows) yield contentOfRecord(row);
}
