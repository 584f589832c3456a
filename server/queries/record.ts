import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import { canonical, type Json } from '../../shared/canonical.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { appendToLog, commitmentOf, makeSalt } from './log.ts';
import { listPrisonIds } from './prison.ts';

type Tx = Transaction<Schema>;

export interface NewRecord {
  /** Null: done at headquarters, for no one prison; it is kept, but stands in no prison's log. */
  readonly prisonId: string | null;
  readonly kind:
    | 'staff'
    | 'kiosk'
    | 'law'
    | 'time'
    | 'search'
    | 'named'
    | 'restore'
    | 'log'
    | 'rulebook'
    | 'kind'
    | 'content'
    | 'sentence'
    | 'stage'
    | 'earnings'
    | 'prisoner'
    | 'import'
    | 'language'
    | 'offer'
    | 'placement'
    | 'paper'
    | 'letter'
    | 'absence'
    | 'digest'
    | 'recording';
  readonly at: string;
  readonly actorId: string | null;
  readonly content: { readonly [key: string]: Json };
}

/**
 * Keeps what was done, for ever, with its leaf in the prison's log. The caller is in the transaction of what
 * was done and holds the head of that log.
 */
export async function appendRecord(tx: Tx, record: NewRecord): Promise<void> {
  const { prisonId, kind, at, actorId } = record;
  const id = randomUUID();
  const salt = makeSalt();
  await tx
    .insertInto('record')
    .values({
      id,
      prison_id: prisonId,
      kind,
      at,
      actor_id: actorId,
      content: canonical(record.content),
      salt,
    })
    .execute();
  if (prisonId === null) return;
  const committed = { id, kind, at, actor: actorId, content: record.content };
  await appendToLog(tx, prisonId, [{ kind, commitment: commitmentOf(salt, committed) }], at);
}

/** Takes the head of the log that a record will stand in; the first thing of its transaction. */
export async function lockForRecord(database: Database, tx: Tx, prisonId: string | null): Promise<void> {
  if (prisonId !== null) await database.lockHead(tx, prisonId);
}

/** Takes several heads. In one order, and whoever else writes holds one only, so that nobody waits in a ring. */
export async function lockForRecords(
  database: Database,
  tx: Tx,
  prisonIds: readonly string[],
): Promise<void> {
  for (const prisonId of prisonIds.toSorted()) await database.lockHead(tx, prisonId);
}

/**
 * Does what concerns the whole server and keeps it in every prison's log, in one transaction; `work` answers
 * what to keep, null if nothing came of it. Answers whether anything did.
 */
export async function recordEverywhere(
  database: Database,
  record: Omit<NewRecord, 'prisonId' | 'content'>,
  work: (tx: Tx) => Promise<NewRecord['content'] | null>,
): Promise<boolean> {
  return database.transaction(async tx => {
    const prisonIds = await listPrisonIds(tx);
    await lockForRecords(database, tx, prisonIds);
    const content = await work(tx);
    if (content === null) return false;
    for (const prisonId of prisonIds) await appendRecord(tx, { ...record, prisonId, content });
    return true;
  });
}
