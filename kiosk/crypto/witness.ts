import { fromBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { verifyEd25519 } from '../../shared/crypto/ed25519.ts';
import { isLogOf } from '../../shared/log/checkpoint.ts';
import { readVerifierKey, type VerifierKey } from '../../shared/log/note.ts';
import type { WitnessReply } from '../../shared/log/schema.ts';
import { sha256Slow } from '../../shared/log/sha256.ts';

/**
 * The key of this prison's log, if the key that this kiosk pinned at its enrolment vouches for it; null otherwise,
 * and then nothing that comes with it is believed.
 */
export async function readLogKey(
  key: WitnessReply['key'],
  prison: string,
  pinned: { readonly id: string; readonly publicKey: string },
): Promise<VerifierKey | null> {
  const verifier = readVerifierKey(sha256Slow, key.verifier);
  if (key.by !== pinned.id || verifier?.type !== 'ed25519' || !isLogOf(verifier.name, prison)) return null;
  try {
    const signature = fromBase64Url(key.signature);
    const vouched = utf8(`sauti/log-key/v1/${key.verifier}`);
    return (await verifyEd25519(fromBase64Url(pinned.publicKey), signature, vouched)) ? verifier : null;
  } catch {
    return null;
  }
}
