import Compile from 'typebox/compile';
import { batchBytes, batchHash, lettersDigest } from '../../shared/letter/batch.ts';
import { LetterBatch } from '../../shared/letter/schema.ts';
import { Problem } from '../../shared/problems.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import { receiptBytes } from '../../shared/submission/statement.ts';
import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { kioskKeyOf } from '../queries/kiosk-key.ts';
import { takeTray } from '../queries/letter.ts';
import { readChecked } from './checked.ts';
import { verifySignature } from './signature.ts';

const batchCheck = Compile(LetterBatch);

/** One tray of a carried queue; null if it is none. */
export function readCarriedTray(text: string): LetterBatch | null {
  return readChecked<typeof LetterBatch>(batchCheck, text);
}

/**
 * Takes the tray of a night, by the signature on it, whichever way it came: a revoked kiosk's last ones come in too. Throws
 * kiosk-unknown, kiosk-signature-wrong, hash-wrong, id-conflict.
 */
export async function takeLetters({ database, keys, clock }: Context, batch: LetterBatch): Promise<Receipt> {
  const { statement, signature, letters } = batch;
  const kiosk = await kioskKeyOf(database, statement.kiosk);
  if (!kiosk) throw new Problem('kiosk-unknown');
  if (!(await verifySignature(kiosk.publicKey, batchBytes(statement), signature)))
    throw new Problem('kiosk-signature-wrong');
  if ((await lettersDigest(letters)) !== statement.letters) throw new Problem('hash-wrong');
  const named = {
    version: 1 as const,
    id: statement.id,
    hash: await batchHash(statement),
    kiosk: kiosk.id,
    sequence: statement.night,
    receivedAt: isoOf(clock.now()),
    prison: kiosk.prisonId,
  };
  const { receipts } = keys;
  const receipt = { ...named, key: receipts.id, signature: receipts.sign(receiptBytes(named)) };
  return takeTray(database, { prisonId: kiosk.prisonId, batch, receipt });
}
