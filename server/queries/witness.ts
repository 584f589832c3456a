import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import { fromBase64Url, toBase64Url } from '../../shared/crypto/bytes.ts';
import {
  type Checkpoint,
  openCheckpoint,
  originOf,
  readCheckpointText,
} from '../../shared/log/checkpoint.ts';
import { checkCosignatureLine, cosignatureLine, witnessName } from '../../shared/log/cosignature.ts';
import { makeVerifierKey, NotANote, parseNote, type VerifierKey } from '../../shared/log/note.ts';
import type { Database } from '../database/database.ts';
import type { KioskRow, Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { getCheckpoint, logKeyOf } from './checkpoint.ts';
import { selectHead, sha256 } from './log.ts';
import { NodeMissing, rootAt } from './log-proof.ts';
import { holdLog, type LogState, readLogState, releaseLog } from './log-state.ts';

type Db = Kysely<Schema>;

/** The key under which a kiosk cosigns: the one that signs its items, which the message keeps apart. */
export function witnessKeyOf(kiosk: Pick<KioskRow, 'id' | 'public_key'>): VerifierKey {
  return makeVerifierKey(sha256, witnessName(kiosk.id), 'cosignature', fromBase64Url(kiosk.public_key));
}

/** A head that a witness holds, believed because this log signed it. */
export interface HeldHead {
  readonly epoch: number;
  readonly checkpoint: Checkpoint;
  readonly note: string;
}

const mostEpochs = 10_000;

/** Reads what a witness says it holds; null if this log never signed it. */
export async function readHeld(keys: Keys, prisonId: string, note: string): Promise<HeldHead | null> {
  const epoch = epochOf(note, prisonId);
  if (epoch === null) return null;
  const opened = await openCheckpoint(note, logKeyOf(keys, prisonId, epoch));
  return opened.ok ? { epoch, checkpoint: opened.checkpoint, note } : null;
}

function epochOf(note: string, prisonId: string): number | null {
  try {
    const { origin } = readCheckpointText(parseNote(note).text);
    const epoch = Number(origin.slice(origin.lastIndexOf('/') + 1));
    const known = Number.isInteger(epoch) && epoch >= 1 && epoch <= mostEpochs;
    return known && origin === originOf(prisonId, epoch) ? epoch : null;
  } catch (error) {
    if (error instanceof NotANote) return null;
    throw error;
  }
}

export type Agreement = 'agrees' | 'behind' | 'rewritten' | 'older-epoch';

/**
 * Up to where a log can be the one that was seen: what was written since a back-up was put back stands in the place of
 * what is missing, and makes up for none of it.
 */
function keptSize({ kept }: LogState['detail'], size: number): number {
  return typeof kept === 'number' ? kept : size;
}

/** Whether the log still begins with what a witness saw of it. */
async function compare(
  db: Db,
  prisonId: string,
  { epoch, detail }: LogState,
  held: HeldHead,
): Promise<Agreement> {
  if (held.epoch < epoch) return 'older-epoch';
  const { size, root } = held.checkpoint;
  const head = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  if (held.epoch > epoch || size > keptSize(detail, head.size)) return 'behind';
  try {
    return toBase64Url(await rootAt(db, prisonId, size)) === toBase64Url(root) ? 'agrees' : 'rewritten';
  } catch (error) {
    if (error instanceof NodeMissing) return 'rewritten';
    throw error;
  }
}

/**
 * Holds the log against what a witness saw. Where they agree, that is noted, and a restored log is signed again
 * once every witness agreed; where they do not, what the witness kept is kept here as evidence, nothing is signed
 * any more, and headquarters and the justices are told.
 */
export async function hearWitness(
  database: Database,
  kiosk: KioskRow,
  held: HeldHead | null,
  at: string,
): Promise<Agreement> {
  const prisonId = kiosk.prison_id;
  const state = await readLogState(database.read, prisonId);
  const { epoch, hold } = state;
  const agreement = held ? await compare(database.read, prisonId, state, held) : 'agrees';
  if (held && (agreement === 'behind' || agreement === 'rewritten'))
    await keepEvidence(database, kiosk, held, agreement, at);
  else {
    const size = held?.epoch === epoch ? held.checkpoint.size : 0;
    await noteWitness(database, kiosk, { epoch, size, at });
    if (hold === 'restored') await releaseIfAllAgree(database, prisonId);
  }
  return agreement;
}

async function noteWitness(
  database: Database,
  kiosk: KioskRow,
  said: { readonly epoch: number; readonly size: number; readonly at: string },
): Promise<void> {
  const values = { epoch: said.epoch, size: said.size, reported_at: said.at };
  await database.write
    .insertInto('log_witness')
    .values({ kiosk_id: kiosk.id, prison_id: kiosk.prison_id, ...values })
    .onConflict(conflict => conflict.column('kiosk_id').doUpdateSet(values))
    .execute();
}

async function keepEvidence(
  database: Database,
  kiosk: KioskRow,
  { note, checkpoint }: HeldHead,
  fault: 'behind' | 'rewritten',
  at: string,
): Promise<void> {
  const prisonId = kiosk.prison_id;
  const known = await database.read
    .selectFrom('log_evidence')
    .select('id')
    .where('prison_id', '=', prisonId)
    .where('note', '=', note)
    .executeTakeFirst();
  if (known) return;
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const head = await selectHead(tx, prisonId).executeTakeFirstOrThrow();
    await tx
      .insertInto('log_evidence')
      .values({ id: randomUUID(), prison_id: prisonId, kiosk_id: kiosk.id, fault, note, found_at: at })
      .onConflict(conflict => conflict.columns(['prison_id', 'note']).doNothing())
      .execute();
    const before = (await readLogState(tx, prisonId)).detail;
    const detail = {
      witness: kiosk.name,
      witnessed: checkpoint.size,
      here: head.size,
      ...(before.kept === undefined ? {} : { kept: before.kept }),
      missing: Math.max(0, checkpoint.size - keptSize(before, head.size)),
    };
    await holdLog(tx, prisonId, { hold: fault, detail, at });
  });
}

/** After a restore: every kiosk that is let in must have said, since then, that it saw nothing more. */
async function releaseIfAllAgree(database: Database, prisonId: string): Promise<void> {
  await database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const { hold, heldAt, epoch } = await readLogState(tx, prisonId);
    if (hold !== 'restored') return;
    if ((await silentWitnesses(tx, prisonId, heldAt ?? '')).length === 0)
      await releaseLog(tx, prisonId, epoch);
  });
}

/** The kiosks that have not said since then what they hold. */
export async function silentWitnesses(db: Db, prisonId: string, since: string): Promise<string[]> {
  const rows = await db
    .selectFrom('kiosk')
    .leftJoin('log_witness', 'log_witness.kiosk_id', 'kiosk.id')
    .select(['kiosk.name', 'log_witness.reported_at as reported'])
    .where('kiosk.prison_id', '=', prisonId)
    .where('kiosk.revoked_at', 'is', null)
    .execute();
  return rows.filter(row => row.reported === null || row.reported < since).map(row => row.name);
}

export interface NewCosignature {
  readonly epoch: number;
  readonly size: number;
  /** Since 1970 UTC, as the witness signed it. */
  readonly seconds: number;
  /** Base64url. */
  readonly signature: string;
  readonly at: string;
}

/** Keeps a cosignature of a checkpoint that is there. False if it is not this kiosk's on exactly that text. */
export async function keepCosignature(
  database: Database,
  kiosk: KioskRow,
  { epoch, size, seconds, signature, at }: NewCosignature,
): Promise<boolean> {
  const checkpoint = await getCheckpoint(database.read, kiosk.prison_id, epoch, size);
  if (!checkpoint) return false;
  const { text } = parseNote(checkpoint.note);
  const line = cosignatureLine(witnessKeyOf(kiosk), seconds, fromBase64Url(signature));
  if ((await checkCosignatureLine(line, text, witnessKeyOf(kiosk))) === null) return false;
  await database.write
    .insertInto('log_cosignature')
    .values({ prison_id: kiosk.prison_id, epoch, size, kiosk_id: kiosk.id, line, received_at: at })
    .onConflict(conflict => conflict.columns(['prison_id', 'epoch', 'size', 'kiosk_id']).doNothing())
    .execute();
  await noteWitness(database, kiosk, { epoch, size, at });
  return true;
}

/** The cosignature lines of a checkpoint, oldest first. */
export async function cosignaturesOf(
  db: Db,
  prisonId: string,
  epoch: number,
  size: number,
): Promise<{ line: string; kioskId: string }[]> {
  return db
    .selectFrom('log_cosignature')
    .select(['line', 'kiosk_id as kioskId'])
    .where('prison_id', '=', prisonId)
    .where('epoch', '=', epoch)
    .where('size', '=', size)
    .orderBy('received_at')
    .orderBy('kiosk_id')
    .execute();
}
