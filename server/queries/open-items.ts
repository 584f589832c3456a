import type { Kysely, Transaction } from 'kysely';
import { dueDay } from '../../shared/rulebook/working-days.ts';
import { firstStep } from '../../shared/submission/life.ts';
import type { SubmissionContent } from '../../shared/submission/schema.ts';
import { dayOf, isoOf } from '../clock.ts';
import type { Database } from '../database/database.ts';
import type { IntakeRow, NewSubmission, Schema } from '../database/schema.ts';
import { recordIrregularities } from './irregularity.ts';
import { listSubmissions } from './list-submissions.ts';
import type { Prison } from './prison.ts';

type Tx = Transaction<Schema>;

/** Who wrote an item, before the slow check of a PIN. */
export type ReadIdentity =
  | { readonly kind: 'named'; readonly prisonerId: string }
  | { readonly kind: 'pin' }
  | { readonly kind: 'nameless' }
  | { readonly kind: 'unreadable' };

export type OpenedItem = {
  readonly row: IntakeRow;
  readonly prison: Prison;
  readonly identity: ReadIdentity;
} & (
  | { readonly content: SubmissionContent; readonly reason: null }
  | { readonly content: null; readonly reason: string }
);

export async function nextSealed(db: Kysely<Schema>, prisonId: string, limit: number): Promise<IntakeRow[]> {
  return db
    .selectFrom('intake')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('state', '=', 'sealed')
    .orderBy('arrival')
    .limit(limit)
    .execute();
}

/**
 * Stores a batch of opened items of one prison in one transaction; another process may have been first with
 * some. Answers the ids that were put into the officers' list.
 */
export async function storeOpened(
  database: Database,
  prison: Prison,
  items: readonly OpenedItem[],
  at: string,
): Promise<string[]> {
  return database.transaction(async tx => {
    await database.lockHead(tx, prison.id);
    const ids = items.map(item => item.row.id);
    const still = await tx
      .selectFrom('intake')
      .innerJoin('kiosk', 'kiosk.id', 'intake.kiosk_id')
      .select(['intake.id', 'kiosk.wing_id'])
      .where('intake.id', 'in', ids)
      .where('intake.state', '=', 'sealed')
      .execute();
    const wingOf = new Map(still.map(row => [row.id, row.wing_id]));
    const mine = items.filter(item => wingOf.has(item.row.id));
    await markUnopenable(tx, prison, mine, at);
    const rows = mine.flatMap(item => submissionOf(item, wingOf.get(item.row.id) ?? null, at));
    if (rows.length === 0) return [];
    await tx.insertInto('submission').values(rows).execute();
    await markOpened(tx, mine);
    const named = rows.filter(row => row.identity === 'named').map(row => row.id);
    await listSubmissions(database, tx, prison.id, named, at);
    return named;
  });
}

/** The identity envelope is erased at once, except where its PIN still has to be checked. */
async function markOpened(tx: Tx, items: readonly OpenedItem[]): Promise<void> {
  const opened = items.filter(item => item.content !== null);
  const checking = opened.filter(item => item.identity.kind === 'pin').map(item => item.row.id);
  const settled = opened.filter(item => item.identity.kind !== 'pin').map(item => item.row.id);
  if (checking.length > 0)
    await tx.updateTable('intake').set({ state: 'opened' }).where('id', 'in', checking).execute();
  if (settled.length > 0)
    await tx
      .updateTable('intake')
      .set({ state: 'opened', identity: null })
      .where('id', 'in', settled)
      .execute();
}

async function markUnopenable(
  tx: Tx,
  prison: Prison,
  items: readonly OpenedItem[],
  at: string,
): Promise<void> {
  for (const { row, reason, content, identity } of items) {
    if (content === null) {
      await tx.updateTable('intake').set({ state: 'unopenable', reason }).where('id', '=', row.id).execute();
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'unopenable',
          kioskId: row.kiosk_id,
          once: `unopenable:${row.id}`,
          detail: { sequence: row.sequence, reason },
        },
      ]);
    } else if (identity.kind === 'unreadable')
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'identity-unknown-key',
          kioskId: row.kiosk_id,
          once: `identity:${row.id}`,
          detail: { sequence: row.sequence },
        },
      ]);
    if (row.from_revoked === 1)
      await recordIrregularities(tx, prison.id, at, [
        {
          kind: 'revoked-kiosk',
          kioskId: row.kiosk_id,
          once: `revoked:${row.id}`,
          detail: { sequence: row.sequence },
        },
      ]);
  }
}

/** Without a name there is no wing either: a wing has one kiosk, and the kiosk would tell who stood there. */
function submissionOf(
  { row, prison, content, identity }: OpenedItem,
  wingId: string | null,
  at: string,
): NewSubmission[] {
  if (content === null) return [];
  const { settings, zone } = prison;
  const receivedOn = dayOf(Temporal.Instant.from(row.received_at), zone);
  const first = firstStep(content);
  const nameless = identity.kind === 'nameless' || identity.kind === 'unreadable';
  return [
    {
      id: row.id,
      prison_id: prison.id,
      number: null,
      kind: content.kind,
      problem: content.problem,
      when_it_was: content.when,
      many: content.many,
      text: content.text,
      about: content.aboutOfficer ? JSON.stringify(content.aboutOfficer) : null,
      language: content.language,
      wing_id: nameless ? null : wingId,
      prisoner_id: identity.kind === 'named' ? identity.prisonerId : null,
      identity: identity.kind === 'named' ? 'named' : nameless ? 'nameless' : 'checking',
      person_needed: 0,
      code: row.code,
      received_at: row.received_at,
      received_on: receivedOn.toString(),
      due_on: dueDay(receivedOn, settings.answerWithin.days, new Set(settings.holidays)).toString(),
      listed_at: null,
      list_after: nameless ? nextSix(Temporal.Instant.from(at), zone) : null,
      state: first.state,
      owner: first.owner ?? 'officer-in-charge',
      unit: null,
      open: 1,
      head_office_named: 0,
      reply_pending: 0,
      reopened: 0,
      version: 0,
      state_since: row.received_at,
    },
  ];
}

/** The next six in the morning at the prison: when nameless submissions come into the list, all at once. */
export function nextSix(now: Temporal.Instant, zone: string): string {
  const here = now.toZonedDateTimeISO(zone);
  const six = here.startOfDay().add({ hours: 6 });
  const next =
    Temporal.ZonedDateTime.compare(six, here) > 0
      ? six
      : here.startOfDay().add({ days: 1 }).add({ hours: 6 });
  return isoOf(next.toInstant());
}
