import { hash } from 'node:crypto';
import type { Kysely, Selectable } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { statementBytes } from '../../shared/submission/statement.ts';
import type { ReplyRow, Schema } from '../database/schema.ts';
import type { RecordTable } from '../database/tables/log.ts';
import type { EventTable } from '../database/tables/submission.ts';
import { digestOfReply } from './case-answer.ts';
import { commitmentOf } from './log.ts';
import { LogDamaged } from './log-rehash.ts';

type Db = Kysely<Schema>;

/** A content that stands in the log, with the commitment that its own words give. */
export interface Content {
  readonly kind: string;
  readonly commitment: string;
  /** Table and id of its row. */
  readonly where: string;
  /** What was committed to, and its salt; an item is its signed statement, which needs none. */
  readonly content: Json;
  readonly salt: string | null;
}

const rowsInPage = 200;
const digest = (text: string | Uint8Array) => hash('sha256', text, 'base64url');

type IntakeFields = {
  id: string;
  hash: string;
  statement: string;
  sealed: string;
  receipt: string;
  received_at: string;
};

/** What was received: the statement as it was signed, whose digest the log holds, and the envelope it names. */
function contentOfItem(row: IntakeFields): Content {
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
  return { kind: 'received', commitment, where, content: { ...statement }, salt: null };
}

function contentOfEvent({ salt, ...content }: Selectable<EventTable>): Content {
  const commitment = commitmentOf(salt, content);
  return { kind: 'event', commitment, where: `event ${content.id}`, content, salt };
}

function contentOfRecord(row: Selectable<RecordTable>): Content {
  const { id, kind, at, actor_id: actor, salt } = row;
  const content = { id, kind, at, actor, content: JSON.parse(row.content) as Json };
  return { kind, commitment: commitmentOf(salt, content), where: `record ${id}`, content, salt };
}

/** Rows by their ids, some hundred at a time. */
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

/** A reply's words are not in the log, but their digest is in the event that tells of it. */
async function assertReplies(db: Db, events: readonly Selectable<EventTable>[]): Promise<void> {
  const told = events.flatMap(event => {
    const { reply, digest: said } = JSON.parse(event.detail) as { reply?: unknown; digest?: unknown };
    return typeof reply === 'string' && typeof said === 'string' ? [{ reply, said }] : [];
  });
  if (told.length === 0) return;
  const rows: ReplyRow[] = await db
    .selectFrom('reply')
    .selectAll()
    .where(
      'id',
      'in',
      told.map(({ reply }) => reply),
    )
    .execute();
  const found = new Map(rows.map(row => [row.id, row]));
  for (const { reply, said } of told) {
    const row = found.get(reply);
    if (!row) throw new LogDamaged('content-missing', null, `reply ${reply}`);
    if (digestOfReply(row) !== said) throw new LogDamaged('content-changed', null, `reply ${reply}`);
  }
}

/**
 * Everything of a prison that the log commits to, worked out from the rows as they are now. Throws LogDamaged for
 * a row that contradicts itself: an envelope that is not the one that was signed for, a reply whose words changed.
 */
export async function* contentsOf(db: Db, prisonId: string): AsyncGenerator<Content> {
  const items = pages<IntakeFields>(after =>
    db
      .selectFrom('intake')
      .select(['id', 'hash', 'statement', 'sealed', 'receipt', 'received_at'])
      .where('prison_id', '=', prisonId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsInPage)
      .execute(),
  );
  for await (const rows of items) for (const row of rows) yield contentOfItem(row);
  const events = pages(after =>
    db
      .selectFrom('event')
      .innerJoin('submission', 'submission.id', 'event.submission_id')
      .selectAll('event')
      .where('submission.prison_id', '=', prisonId)
      .where('event.id', '>', after)
      .orderBy('event.id')
      .limit(rowsInPage)
      .execute(),
  );
  for await (const rows of events) {
    await assertReplies(db, rows);
    for (const row of rows) yield contentOfEvent(row);
  }
  const records = pages(after =>
    db
      .selectFrom('record')
      .selectAll()
      .where('prison_id', '=', prisonId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowsInPage)
      .execute(),
  );
  for await (const rows of records) for (const row of rows) yield contentOfRecord(row);
}
