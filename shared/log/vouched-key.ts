import { fromBase64Url, utf8 } from '../crypto/bytes.ts';
import { verifyEd25519 } from '../crypto/ed25519.ts';
import { readVerifierKey, type VerifierKey } from './note.ts';
import type { VouchedKey } from './schema.ts';
import type { Hash } from './tree.ts';

/** A key of the server as others pin it: its id, and raw public bytes in base64url. */
export interface PinnedKey {
  readonly id: string;
  readonly publicKey: string;
}

/** What the key that checks receipts signs to stand for a log's key. */
export function vouchedMessage(verifier: string) {
  return utf8(`sauti/log-key/v1/${verifier}`);
}

/** A log's key, if the key that checks receipts stands for it; null otherwise, and then nothing signed with it counts. */
export async function readVouchedKey(
  hash: Hash,
  key: VouchedKey,
  pinned: PinnedKey,
): Promise<VerifierKey | null> {
  const verifier = readVerifierKey(hash, key.verifier);
  if (key.by !== pinned.id || verifier?.type !== 'ed25519') return null;
  try {
    const signature = fromBase64Url(key.signature);
    const message = vouchedMessage(key.verifier);
    return (await verifyEd25519(fromBase64Url(pinned.publicKey), signature, message)) ? verifier : null;
  } catch {
    return null;
  }
}
