import { randomUUID } from 'node:crypto';
import type { Transaction, Updateable } from 'kysely';
import type { LogEntry } from '../../shared/log/entry.ts';
import { Problem } from '../../shared/problems.ts';
import type { Role } from '../../shared/staff/roles.ts';
import { isMedical, isPetition } from '../../shared/submission/kinds.ts';
import {
  type Action,
  type Actor,
  type LifeContext,
  openStates,
  type State,
  type Step,
  transition,
} from '../../shared/submission/life.ts';
import { isAtHeadquarters } from '../../shared/submission/reach.ts';
import { runBatch } from '../database/batch.ts';
import type { Schema, SubmissionRow } from '../database/schema.ts';
import type { Statement } from '../database/statement.ts';
import type { EventTable, SubmissionTable } from '../database/tables/submission.ts';
import { statementsOf } from '../database/template.ts';
import { appendToLog, commitmentOf, makeSalt } from './log.ts';

type Tx = Transaction<Schema>;

/** Small values only: what is long stands in its own table. */
export type Detail = Readonly<Record<string, string | number | boolean | null>>;

/** Who acts, as the history keeps it. */
export interface ActingPerson {
  readonly actor: 'staff' | 'prisoner' | 'system';
  readonly id: string | null;
  readonly role: Role | null;
}

export const theSystem: ActingPerson = { actor: 'system', id: null, role: null };
export const asPrisoner = (id: string | null): ActingPerson => ({ actor: 'prisoner', id, role: null });

/** What the life table is asked about a row. */
export function lifeContextOf(row: SubmissionRow, reopeningsAllowed: number): LifeContext {
  return {
    state: row.state,
    owner: row.owner,
    replyPending: row.reply_pending === 1,
    reopened: row.reopened,
    reopeningsAllowed,
    medical: isMedical(row.kind),
    petition: isPetition(row.kind),
    headOfficeNamed: row.head_office_named === 1,
    atHeadquarters: isAtHeadquarters(row),
  };
}

export interface ActOptions {
  readonly action: Action;
  readonly person: ActingPerson;
  readonly at: string;
  readonly reopeningsAllowed: number;
  readonly detail?: Detail;
  /** Columns that this action sets beside state and owner. */
  readonly set?: Updateable<SubmissionTable>;
}

/**
 * Takes one action on a submission: asks the life table, writes the row, its history and its log leaf.
 * The caller is in a transaction that holds the head of the prison's log and has read `row` in it.
 * Throws the table's refusal as a Problem.
 */
export async function act(tx: Tx, row: SubmissionRow, options: ActOptions): Promise<Step> {
  const { action, person, at, set } = options;
  const actor: Actor = person.actor === 'staff' ? (person.role as Role) : person.actor;
  const context = {
    ...lifeContextOf(row, options.reopeningsAllowed),
    headOfficeNamed: (set?.head_office_named ?? row.head_office_named) === 1,
  };
  const decided = transition(context, action, actor);
  if (!decided.ok) throw new Problem(decided.refusal);
  const { next } = decided;
  const moved = next.state !== row.state || next.owner !== null;
  await tx
    .updateTable('submission')
    .set({
      ...set,
      state: next.state,
      owner: next.owner ?? set?.owner ?? row.owner,
      open: (openStates as readonly State[]).includes(next.state) ? 1 : 0,
      ...(action === 'not-settle' ? { reopened: row.reopened + 1, unit: null } : {}),
      ...(moved ? { state_since: at } : {}),
      version: row.version + 1,
    })
    .where('id', '=', row.id)
    .execute();
  await recordEvent(tx, row, {
    action,
    person,
    at,
    from: row.state,
    to: next.state,
    detail: options.detail ?? {},
  });
  return next;
}

export interface NewEvent {
  readonly action: string;
  readonly person: ActingPerson;
  readonly at: string;
  readonly from: State | null;
  readonly to: State;
  readonly detail: Detail;
}

/** Writes one line of a submission's history and its leaf. */
export async function recordEvent(
  tx: Tx,
  submission: { readonly id: string; readonly prison_id: string },
  event: NewEvent,
): Promise<void> {
  const { last } = await tx
    .selectFrom('event')
    .select(eb => eb.fn.max('position').as('last'))
    .where('submission_id', '=', submission.id)
    .executeTakeFirstOrThrow();
  // Line 0 is kept for its coming into the list: the owner's *yes* can be earlier than six next morning.
  const position = last === null ? 1 : Number(last) + 1;
  await recordEvents(tx, submission.prison_id, [{ submissionId: submission.id, position, event }], event.at);
}

export interface PlacedEvent {
  readonly submissionId: string;
  readonly position: number;
  readonly event: NewEvent;
}

/** What recording lines of history takes: the rows, and the leaves that commit to them, in the same order. */
interface Recording {
  readonly statements: readonly Statement[];
  readonly entries: readonly LogEntry[];
}

const insertEvents = statementsOf<EventTable>({
  build: (db, rows) => db.insertInto('event').values(rows),
  values: row => [
    row.id,
    row.submission_id,
    row.position,
    row.at,
    row.actor,
    row.actor_id,
    row.actor_role,
    row.action,
    row.from_state,
    row.to_state,
    row.detail,
    row.salt,
  ],
});

/** For whoever sends it on with other statements; the caller appends the entries to the log in the same flight. */
export function recordingOf(tx: Tx, events: readonly PlacedEvent[]): Recording {
  const rows = events.map(({ submissionId, position, event }) => ({
    id: randomUUID(),
    submission_id: submissionId,
    position,
    at: event.at,
    actor: event.person.actor,
    actor_id: event.person.id,
    actor_role: event.person.role,
    action: event.action,
    from_state: event.from,
    to_state: event.to,
    detail: JSON.stringify(event.detail),
    salt: makeSalt(),
  }));
  return {
    statements: insertEvents(tx, rows),
    entries: rows.map(({ salt, ...content }) => ({
      kind: 'event',
      commitment: commitmentOf(salt, content),
    })),
  };
}

/** Writes lines of history whose positions are known, with their leaves in the same order. */
export async function recordEvents(
  tx: Tx,
  prisonId: string,
  events: readonly PlacedEvent[],
  at: string,
): Promise<void> {
  if (events.length === 0) return;
  const { statements, entries } = recordingOf(tx, events);
  await runBatch(tx, statements);
  await appendToLog(tx, prisonId, entries, at);
}
