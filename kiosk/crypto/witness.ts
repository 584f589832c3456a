import { isLogOf } from '../../shared/log/checkpoint.ts';
import type { VerifierKey } from '../../shared/log/note.ts';
import type { WitnessReply } from '../../shared/log/schema.ts';
import { sha256Slow } from '../../shared/log/sha256.ts';
import { type PinnedKey, readVouchedKey } from '../../shared/log/vouched-key.ts';

/**
 * The key of this prison's log, if the key that this kiosk pinned at its enrolment vouches for it; null otherwise,
 * and then nothing that comes with it is believed.
 */
export async function readLogKey(
  key: WitnessReply['key'],
  prison: string,
  pinned: PinnedKey,
): Promise<VerifierKey | null> {
  const verifier = await readVouchedKey(sha256Slow, key, pinned);
  return verifier && isLogOf(verifier.name, prison) ? verifier : null;
}
