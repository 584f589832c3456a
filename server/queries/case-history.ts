import type { Kysely, Selectable } from 'kysely';
import type { CaseEvent, CaseReply } from '../../shared/submission/case-schema.ts';
import type { Reader } from '../../shared/submission/reach.ts';
import { dayOf } from '../clock.ts';
import type { Schema } from '../database/schema.ts';
import type { EventTable, ReplyTable } from '../database/tables/submission.ts';
import type { Detail } from './act.ts';

type Db = Kysely<Schema>;

export interface HistoryFor {
  readonly reader: Reader;
  /** What is said between officers, and their names. */
  readonly notes: boolean;
  /** The hour at which the prisoner stood at a kiosk. */
  readonly hours: boolean;
  readonly zone: string;
}

type EventRow = Selectable<EventTable> & { readonly name: string | null };

/** Only for checking the log; a reader has the reply and the writer's words themselves. */
const inner: ReadonlySet<string> = new Set(['reply', 'digest', 'said', 'words']);
/** Words of officers among themselves. */
const said: ReadonlySet<string> = new Set(['note', 'named']);

function detailFor(row: EventRow, { reader, notes }: HistoryFor): CaseEvent['detail'] {
  const shown = notes || row.actor_id === reader.id;
  const entries = Object.entries(JSON.parse(row.detail) as Detail);
  return Object.fromEntries(entries.filter(([key]) => !inner.has(key) && (shown || !said.has(key))));
}

/** By name where names are shown, else by role; the prisoner and the server are never named. */
function byFor(row: EventRow, { reader, notes }: HistoryFor): string {
  if (row.actor !== 'staff') return row.actor;
  return (notes || row.actor_id === reader.id ? row.name : row.actor_role) ?? row.actor_role ?? 'staff';
}

/** One line of history as this reader may see it; null if not at all. */
function eventFor(row: EventRow, options: HistoryFor): CaseEvent | null {
  if (row.action === 'note' && !options.notes && row.actor_id !== options.reader.id) return null;
  const hidden = row.actor === 'prisoner' && !options.hours;
  return {
    at: hidden ? dayOf(Temporal.Instant.from(row.at), options.zone).toString() : row.at,
    action: row.action,
    by: byFor(row, options),
    from: row.from_state,
    to: row.to_state,
    detail: detailFor(row, options),
  };
}

/** The history of a case, oldest first, redacted for its reader. */
export async function historyOf(db: Db, submissionId: string, options: HistoryFor): Promise<CaseEvent[]> {
  const rows = await db
    .selectFrom('event')
    .leftJoin('staff', 'staff.id', 'event.actor_id')
    .selectAll('event')
    .select('staff.name as name')
    .where('submission_id', '=', submissionId)
    .orderBy('position')
    .execute();
  return rows.flatMap(row => eventFor(row, options) ?? []);
}

type AuthoredReply = Selectable<ReplyTable> & { readonly author: string | null };

export function caseReplyOf(row: AuthoredReply): CaseReply {
  const state = row.called_back_at !== null ? 'called-back' : row.sent_at !== null ? 'sent' : 'pending';
  return {
    id: row.id,
    outcome: row.outcome,
    on: row.on_day,
    next: row.next,
    text: row.text,
    language: row.language,
    author: row.author ?? row.author_office,
    sendsAt: row.sends_at,
    state,
  };
}

/** The replies, oldest first, with those that were called back; by office where officers are not named. */
export async function repliesOf(db: Db, submissionId: string, options: HistoryFor): Promise<CaseReply[]> {
  const rows = await db
    .selectFrom('reply')
    .leftJoin('staff', 'staff.id', 'reply.author_id')
    .selectAll('reply')
    .select('staff.name as author')
    .where('submission_id', '=', submissionId)
    .orderBy('written_at')
    .orderBy('reply.id')
    .execute();
  const named = (authorId: string) => options.notes || authorId === options.reader.id;
  // Who is not told names sees what was sent, and what he wrote himself: a draft may speak to the writer by name.
  const shown = rows.filter(
    row => options.notes || row.sent_at !== null || row.author_id === options.reader.id,
  );
  return shown.map(row => caseReplyOf({ ...row, author: named(row.author_id) ? row.author : null }));
}
