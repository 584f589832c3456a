import { hash } from 'node:crypto';
import { Problem } from '../../../shared/problems.ts';
import { partBytes, partsDigest } from '../../../shared/recording/parts.ts';
import { receiptBytes } from '../../../shared/submission/statement.ts';
import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';
import { verifySignature } from '../../intake/signature.ts';
import { kioskKeyOf } from '../../queries/kiosk-key.ts';
import { takeParts } from '../../queries/recording.ts';

/** Takes sealed pieces by the signature on each: those of a revoked kiosk come in too, as its items do. */
export const takeRecordingParts = handle('POST /api/intake/parts', async ({ context, body }) => {
  const { database, keys, clock } = context;
  const { item, recording, kiosk: id } = body;
  const kiosk = await kioskKeyOf(database, id);
  if (!kiosk) throw new Problem('kiosk-unknown');
  const parts = body.parts.map(part => ({ ...part, digest: hash('sha256', part.sealed, 'base64url') }));
  const fits = await Promise.all(
    parts.map(({ position, digest, signature }) =>
      verifySignature(
        kiosk.publicKey,
        partBytes({ item, recording, kiosk: id, position }, digest),
        signature,
      ),
    ),
  );
  if (fits.includes(false)) throw new Problem('kiosk-signature-wrong');
  const named = {
    version: 1 as const,
    id: recording,
    hash: await partsDigest(parts.map(({ digest }) => digest)),
    kiosk: id,
    sequence: parts[0]?.position ?? 0,
    prison: kiosk.prisonId,
  };
  const at = isoOf(clock.now());
  const receivedAt = await takeParts(database, {
    ...{ item, recording, kiosk: id, parts, at },
    prisonId: kiosk.prisonId,
    hash: named.hash,
  });
  const receipt = { ...named, receivedAt };
  return { ...receipt, key: keys.receipts.id, signature: keys.receipts.sign(receiptBytes(receipt)) };
});
