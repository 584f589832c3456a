import type { Kysely } from 'kysely';
import { Problem } from '../../shared/problems.ts';
import { kindAt, type LadderOffice } from '../../shared/submission/kind-rules.ts';
import type { Action } from '../../shared/submission/life.ts';
import type { Database } from '../database/database.ts';
import type { ReplyRow, Schema, SubmissionRow } from '../database/schema.ts';
import { act, asPrisoner } from './act.ts';
import { kindVersions } from './kind.ts';
import { makeDays } from './opened-submission.ts';
import { getPrison } from './prison.ts';

type Db = Kysely<Schema>;

/** A submission with the replies that were sent, oldest first: all that its writer may see. */
export interface WithReplies {
  readonly row: SubmissionRow;
  readonly replies: readonly ReplyRow[];
  /** Each time that it was brought up because nobody answered, oldest first. */
  readonly risen: readonly { readonly to: LadderOffice; readonly at: string }[];
}

async function risesOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom('event')
    .select(['submission_id', 'at', 'detail'])
    .where('submission_id', 'in', ids)
    .where('action', '=', 'rise')
    .orderBy('position')
    .execute();
  return rows.flatMap(({ submission_id, at, detail }) => {
    const { to, why } = JSON.parse(detail) as { to: LadderOffice; why?: string };
    // Because of who stands in for the officer in charge: nothing is late by that, and nothing changes for its writer.
    return why === 'stand-in' ? [] : [{ id: submission_id, at, to }];
  });
}

async function withReplies(db: Db, rows: readonly SubmissionRow[]): Promise<WithReplies[]> {
  if (rows.length === 0) return [];
  const rises = await risesOf(
    db,
    rows.map(row => row.id),
  );
  const replies = await db
    .selectFrom('reply')
    .selectAll()
    .where(
      'submission_id',
      'in',
      rows.map(row => row.id),
    )
    .where('sent_at', 'is not', null)
    .orderBy('sent_at')
    .execute();
  return rows.map(row => ({
    row,
    replies: replies.filter(reply => reply.submission_id === row.id),
    risen: rises.filter(rise => rise.id === row.id),
  }));
}

/** His own, newest first; at most a hundred. */
export async function listOwn(db: Db, prisonerId: string): Promise<WithReplies[]> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('prisoner_id', '=', prisonerId)
    .where('identity', '=', 'named')
    .orderBy('received_at', 'desc')
    .limit(100)
    .execute();
  return withReplies(db, rows);
}

/** One of his own; null if it is not his, or is none. */
export async function getOwn(db: Db, prisonerId: string, id: string): Promise<WithReplies | null> {
  const row = await db
    .selectFrom('submission')
    .selectAll()
    .where('id', '=', id)
    .where('prisoner_id', '=', prisonerId)
    .where('identity', '=', 'named')
    .executeTakeFirst();
  return row ? ((await withReplies(db, [row]))[0] ?? null) : null;
}

/** What a code finds. */
export interface FoundByCode extends WithReplies {
  /**
   * Whether whoever has the code is the writer, for all that anybody can know. Not while a number was given with
   * it: whether the PIN beside it fitted is nothing that a code may tell, so the owner of the number is asked
   * first. Nor if a kiosk whose disk was put back gave one code to two.
   */
  readonly isBearers: boolean;
}

/**
 * The submission of a receipt code in this prison, the newest, if there are two; else in another prison of this server,
 * which its writer may have left since.
 */
export async function getByCode(db: Db, prisonId: string, code: string): Promise<FoundByCode | null> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('prison_id', 'in', db.selectFrom('prison').select('id'))
    .where('code', '=', code)
    .orderBy('received_at', 'desc')
    .limit(10)
    .execute();
  const here = rows.filter(row => row.prison_id === prisonId);
  const [row, another] = here.length > 0 ? here : rows;
  const [found] = row ? await withReplies(db, [row]) : [];
  if (!found) return null;
  return { ...found, isBearers: another === undefined && (await isNobodys(db, found.row)) };
}

/** Sent without a name; or in a number that is nobody's, or whose owner said that it was not he. */
async function isNobodys(db: Db, row: SubmissionRow): Promise<boolean> {
  if (row.identity !== 'claimed') return row.identity === 'nameless';
  const waiting = await db
    .selectFrom('claim')
    .select('id')
    .where('submission_id', '=', row.id)
    .where('state', '=', 'open')
    .where('prisoner_id', 'is not', null)
    .executeTakeFirst();
  return waiting === undefined;
}

export interface WriterAction {
  readonly submissionId: string;
  readonly prisonId: string;
  /** Null for the writer of a nameless one, who has the code alone. */
  readonly prisonerId: string | null;
  readonly action: Extract<Action, 'open-reply' | 'settle' | 'not-settle'>;
  readonly at: string;
  readonly reopeningsAllowed: number;
}

/** What the writer himself does; who he is was settled before. */
export async function actAsWriter(
  database: Database,
  { submissionId, prisonId, ...rest }: WriterAction,
): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const row = await tx
      .selectFrom('submission')
      .selectAll()
      .where('id', '=', submissionId)
      .executeTakeFirst();
    if (!row) throw new Problem('not-found');
    // Opened once is delivered; reading it again is nobody's business.
    if (rest.action === 'open-reply' && row.state !== 'answered') return;
    await act(tx, row, {
      action: rest.action,
      person: asPrisoner(rest.prisonerId),
      at: rest.at,
      reopeningsAllowed: rest.reopeningsAllowed,
      set: rest.action === 'not-settle' ? await newClock(tx, row, rest.at) : {},
    });
  });
}

/** Whoever has it now owes an answer in the time of its kind, counted from the writer's word. */
async function newClock(tx: Db, row: SubmissionRow, at: string) {
  const prison = await getPrison(tx, row.prison_id);
  const { rules } = kindAt(await kindVersions(tx, prison.id), row.kind, row.kind_version);
  return { due_on: makeDays(prison)(at, rules.days).dueOn, risen: 0 };
}
