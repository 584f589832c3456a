import { fromBase64Url, fromUtf8 } from '../../shared/crypto/bytes.ts';
import { checkProofFile } from '../../shared/log/check-proof.ts';
import { witnessName } from '../../shared/log/cosignature.ts';
import { readEvidence } from '../../shared/log/item-evidence.ts';
import { formatVerifierKey, makeVerifierKey, type VerifierKey } from '../../shared/log/note.ts';
import { sha256Slow } from '../../shared/log/sha256.ts';
import { parseTlogProof } from '../../shared/log/tlog-proof.ts';

/** What must be known of an item to judge its proof. */
export interface ProvenItem {
  readonly kiosk: string;
  readonly hash: string;
  /** As it was posted, word for word. */
  readonly body: string;
}

/** Whether the witness of that name in a proof has the key that made this item's own signature. */
function isWitnessedHere(item: ProvenItem, file: string): boolean {
  const { extra } = parseTlogProof(file);
  const evidence = extra && readEvidence(fromUtf8(extra));
  const { signature } = JSON.parse(item.body) as { signature: string };
  if (!evidence || evidence.signature !== signature) return false;
  const name = witnessName(item.kiosk);
  const own = makeVerifierKey(sha256Slow, name, 'cosignature', fromBase64Url(evidence.kioskKey));
  return evidence.witnesses.includes(formatVerifierKey(own));
}

/**
 * Whether a file proves that a log which this kiosk itself saw and cosigned holds exactly this item: only then can
 * nobody take it out again without this kiosk noticing. `log` is the key that the kiosk believes the log by.
 */
export async function proves(item: ProvenItem, file: string, log: VerifierKey): Promise<boolean> {
  const { fault, facts } = await checkProofFile(sha256Slow, file, { key: log });
  if (fault !== null) return false;
  const isThis = facts.some(fact => fact.what === 'kiosk-signed' && fact.hash === item.hash);
  const saw = facts.some(fact => fact.what === 'cosigned' && fact.by.includes(witnessName(item.kiosk)));
  return isThis && saw && isWitnessedHere(item, file);
}
