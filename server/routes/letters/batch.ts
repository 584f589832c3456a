import { batchBytes, batchHash, lettersDigest } from '../../../shared/letter/batch.ts';
import { Problem } from '../../../shared/problems.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';
import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';
import { verifySignature } from '../../intake/signature.ts';
import { kioskKeyOf } from '../../queries/kiosk-key.ts';
import { takeTray } from '../../queries/letter.ts';

/** Takes the tray of a night, by the signature on it: a revoked kiosk's last one comes in too. */
export const takeLetters = handle('POST /api/letters/batches', async ({ context, body }) => {
  const { database, keys, clock } = context;
  const { statement, signature, letters } = body;
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
  return takeTray(database, { prisonId: kiosk.prisonId, batch: body, receipt });
});
