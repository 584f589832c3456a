import type { Kysely, Selectable } from 'kysely';
import { toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { checkpointText, openCheckpoint, originOf } from '../../shared/log/checkpoint.ts';
import {
  formatNote,
  formatVerifierKey,
  makeVerifierKey,
  signatureLine,
  type VerifierKey,
} from '../../shared/log/note.ts';
import { emptyFrontier, rootOf } from '../../shared/log/tree.ts';
import { vouchedMessage } from '../../shared/log/vouched-key.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { LogCheckpointTable, LogHold } from '../database/tables/log.ts';
import type { Keys } from '../keys.ts';
import { readFrontier, selectHead, sha256, writeFrontier } from './log.ts';
import { LogDamaged, rehash } from './log-rehash.ts';
import { holdLog, readLogState } from './log-state.ts';

type Db = Kysely<Schema>;
export type CheckpointRow = Selectable<LogCheckpointTable>;

/** The key under which a prison's log is believed. Its name is the log's origin, so it changes with the epoch. */
export function logKeyOf(keys: Keys, prisonId: string, epoch: number): VerifierKey {
  return makeVerifierKey(sha256, originOf(prisonId, epoch), 'ed25519', keys.log.publicKey);
}

/** The log's key, vouched for by the key that every kiosk pinned at its enrolment. */
export function vouchedLogKey(keys: Keys, prisonId: string, epoch: number) {
  const verifier = formatVerifierKey(logKeyOf(keys, prisonId, epoch));
  return {
    verifier,
    by: keys.receipts.id,
    signature: keys.receipts.sign(vouchedMessage(verifier)),
  };
}

export async function newestCheckpoint(
  db: Db,
  prisonId: string,
  epoch: number,
  until: string | null = null,
): Promise<CheckpointRow | null> {
  let query = db
    .selectFrom('log_checkpoint')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('epoch', '=', epoch)
    .orderBy('size', 'desc')
    .limit(1);
  if (until !== null) query = query.where('signed_at', '<=', until);
  return (await query.executeTakeFirst()) ?? null;
}

export async function getCheckpoint(
  db: Db,
  prisonId: string,
  epoch: number,
  size: number,
): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom('log_checkpoint')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .where('epoch', '=', epoch)
    .where('size', '=', size)
    .executeTakeFirst();
  return row ?? null;
}

/** Throws LogDamaged unless a stored checkpoint is ours and its frontier comes to its root. */
export async function assertGenuine(keys: Keys, row: CheckpointRow): Promise<void> {
  const key = logKeyOf(keys, row.prison_id, row.epoch);
  const opened = await openCheckpoint(row.note, key);
  if (!opened.ok) throw new LogDamaged('checkpoint-not-signed', row.size);
  const root = toBase64Url(opened.checkpoint.root);
  const kept = toBase64Url(rootOf(sha256, readFrontier(row)));
  if (opened.checkpoint.size !== row.size || root !== row.root || root !== kept)
    throw new LogDamaged('checkpoint-wrong', row.size);
}

export type Signed =
  | { readonly ok: true; readonly checkpoint: CheckpointRow }
  | { readonly ok: false; readonly hold: LogHold };

/**
 * Signs the head of a log, if it has grown. Before that, what came since the last checkpoint is read back, hashed
 * anew and grown onto the frontier that was signed then; a head that does not come out of it is not signed, and
 * the log is held. Several processes may do this at once: equal heads give the same signature.
 */
export async function signCheckpoint(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  prisonId: string,
  at: string,
): Promise<Signed> {
  const { read } = database;
  const { hold, epoch } = await readLogState(read, prisonId);
  if (hold !== null) return { ok: false, hold };
  const newest = await newestCheckpoint(read, prisonId, epoch);
  const head = await selectHead(read, prisonId).executeTakeFirstOrThrow();
  try {
    if (newest) await assertGenuine(keys, newest);
    if (newest && newest.size > head.size) throw new LogDamaged('checkpoint-beyond-log', newest.size);
    const grown = await rehash(read, prisonId, newest ? readFrontier(newest) : emptyFrontier, head.size);
    if (writeFrontier(grown) !== head.frontier) throw new LogDamaged('head-wrong', head.size);
    if (newest?.size === head.size) return { ok: true, checkpoint: newest };
    const row = makeCheckpoint(keys, { prisonId, epoch, ...head }, at);
    await database.write
      .insertInto('log_checkpoint')
      .values(row)
      .onConflict(conflict => conflict.columns(['prison_id', 'epoch', 'size']).doNothing())
      .execute();
    return { ok: true, checkpoint: row };
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    await holdDamaged(database, prisonId, error, at);
    return { ok: false, hold: 'damaged' };
  }
}

/** Notes what is wrong with the entries themselves; nothing is signed from then on. */
export async function holdDamaged(
  database: Database,
  prisonId: string,
  { damage }: LogDamaged,
  at: string,
): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    await holdLog(tx, prisonId, { hold: 'damaged', detail: { ...damage }, at });
  });
}

function makeCheckpoint(
  keys: Keys,
  head: {
    readonly prisonId: string;
    readonly epoch: number;
    readonly size: number;
    readonly frontier: string;
  },
  at: string,
): CheckpointRow {
  const { prisonId, epoch, size, frontier } = head;
  const key = logKeyOf(keys, prisonId, epoch);
  const root = rootOf(sha256, readFrontier(head));
  const text = checkpointText({ origin: key.name, size, root });
  const line = signatureLine({ name: key.name, keyId: key.keyId, signature: keys.log.sign(utf8(text)) });
  return {
    prison_id: prisonId,
    epoch,
    size,
    root: toBase64Url(root),
    frontier,
    note: formatNote(text, [line]),
    signed_at: at,
  };
}
