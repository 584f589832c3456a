import type { Kysely } from 'kysely';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import { evidenceBytes, type ItemEvidence, itemEntry } from '../../shared/log/item-evidence.ts';
import { formatVerifierKey } from '../../shared/log/note.ts';
import { formatTlogProof } from '../../shared/log/tlog-proof.ts';
import { leafHash } from '../../shared/log/tree.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import type { Statement } from '../../shared/submission/statement.ts';
import type { KioskRow, Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { getCheckpoint, vouchedLogKey } from './checkpoint.ts';
import { largestBatch } from './intake.ts';
import { sha256 } from './log.ts';
import { NodeMissing, proveInclusion } from './log-proof.ts';
import { readLogState } from './log-state.ts';
import { cosignaturesOf, witnessKeyOf } from './witness.ts';

type Db = Kysely<Schema>;

/** Of the heads that hold an entry the earliest ones are looked at; kiosks ask soon after. */
const cosignaturesLookedAt = 200;

type AskingKiosk = Pick<KioskRow, 'id' | 'prison_id' | 'public_key'>;

interface ReceivedRow {
  readonly id: string;
  readonly arrival: number;
  readonly hash: string;
  readonly statement: string;
  readonly signature: string;
  readonly receipt: string;
}

async function placeOf(db: Db, prisonId: string, row: ReceivedRow): Promise<number | null> {
  const leaf = leafHash(sha256, itemEntry(JSON.parse(row.statement) as Statement, row.hash));
  const found = await db
    .selectFrom('log_entry')
    .select('position')
    .where('prison_id', '=', prisonId)
    .where('position', '>=', row.arrival - largestBatch)
    .where('position', '<=', row.arrival)
    .where('leaf_hash', '=', toBase64Url(leaf))
    .executeTakeFirst();
  return found?.position ?? null;
}

/** Among the first heads above an entry that this kiosk cosigned, the one that most others saw too; null while there is none. */
async function bestSeen(db: Db, kiosk: AskingKiosk, epoch: number, place: number): Promise<number | null> {
  const seen = await db
    .selectFrom('log_cosignature as own')
    .innerJoin('log_cosignature as each', join =>
      join
        .onRef('each.prison_id', '=', 'own.prison_id')
        .onRef('each.epoch', '=', 'own.epoch')
        .onRef('each.size', '=', 'own.size'),
    )
    .select('own.size')
    .where('own.kiosk_id', '=', kiosk.id)
    .where('own.epoch', '=', epoch)
    .where('own.size', '>', place)
    .orderBy('own.size')
    .limit(cosignaturesLookedAt)
    .execute();
  const counts = [...Map.groupBy(seen, ({ size }) => size)].map(([size, all]) => [all.length, size] as const);
  return counts.sort(([a], [b]) => b - a)[0]?.[1] ?? null;
}

/** A checkpoint with the cosignatures that came for it, and the keys to check them with. */
export async function cosignedNote(
  db: Db,
  prisonId: string,
  epoch: number,
  size: number,
): Promise<{ note: string; witnesses: string[] } | null> {
  const checkpoint = await getCheckpoint(db, prisonId, epoch, size);
  if (!checkpoint) return null;
  const lines = await cosignaturesOf(db, prisonId, epoch, size);
  const kiosks = await db
    .selectFrom('kiosk')
    .select(['id', 'public_key'])
    .where('id', 'in', ['', ...lines.map(({ kioskId }) => kioskId)])
    .execute();
  return {
    note: `${checkpoint.note}${lines.map(({ line }) => `${line}\n`).join('')}`,
    witnesses: kiosks.map(kiosk => formatVerifierKey(witnessKeyOf(kiosk))),
  };
}

async function proofOf(
  { db, keys, epoch }: { readonly db: Db; readonly keys: Keys; readonly epoch: number },
  kiosk: AskingKiosk,
  row: ReceivedRow,
): Promise<string | null> {
  const prisonId = kiosk.prison_id;
  const receipt = JSON.parse(row.receipt) as Receipt;
  // Only the newest key's public half is at hand; what an older one signed the kiosk itself can check.
  if (receipt.key !== keys.receipts.id) return null;
  const place = await placeOf(db, prisonId, row);
  const size = place === null ? null : await bestSeen(db, kiosk, epoch, place);
  const seen = size === null ? null : await cosignedNote(db, prisonId, epoch, size);
  if (place === null || size === null || seen === null) return null;
  const evidence: ItemEvidence = {
    sauti: 'receipt',
    version: 1,
    statement: JSON.parse(row.statement) as Statement,
    signature: row.signature,
    kioskKey: kiosk.public_key,
    receipt,
    receiptsKey: keys.receipts.publicKey,
    logKey: vouchedLogKey(keys, prisonId, epoch),
    witnesses: seen.witnesses,
  };
  return formatTlogProof({
    extra: evidenceBytes(evidence),
    index: place,
    proof: await proveInclusion(db, prisonId, place, size),
    checkpoint: seen.note,
  });
}

/** A log that was tampered with proves nothing. */
function noProof(error: unknown): null {
  if (error instanceof NodeMissing) return null;
  throw error;
}

/** The proofs of a kiosk's own items, as far as a signed head that some kiosk saw holds them. */
export async function proofsOfItems(
  db: Db,
  keys: Keys,
  kiosk: AskingKiosk,
  ids: readonly string[],
): Promise<{ id: string; file: string }[]> {
  const { epoch, hold } = await readLogState(db, kiosk.prison_id);
  if (hold !== null) return [];
  const rows = await db
    .selectFrom('intake')
    .select(['id', 'arrival', 'hash', 'statement', 'signature', 'receipt'])
    .where('kiosk_id', '=', kiosk.id)
    .where('id', 'in', ids)
    .execute();
  const proofs: { id: string; file: string }[] = [];
  for (const row of rows) {
    const file = await proofOf({ db, keys, epoch }, kiosk, row).catch(noProof);
    if (file !== null) proofs.push({ id: row.id, file });
  }
  return proofs;
}
