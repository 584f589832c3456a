import { type Bytes, utf8 } from '../crypto/bytes.ts';
import { verifyEd25519 } from '../crypto/ed25519.ts';
import { type Note, type NoteSignature, readSignatureLine, signatureLine, type VerifierKey } from './note.ts';

/**
 * Cosignatures after c2sp.org/tlog-cosignature (Ed25519, v1): a witness says that at this time this was the
 * largest tree it had seen of the log, and that it grew out of all that it had seen before.
 */

/** The name under which a kiosk witnesses. */
export function witnessName(kioskId: string): string {
  return `sauti/kiosk/${kioskId}`;
}

/** What a witness signs; `seconds` since 1970 UTC. */
export function cosignedMessage(text: string, seconds: number): Bytes {
  return utf8(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** The signature line of a witness, of the 64 bytes that it signed `cosignedMessage` with. */
export function cosignatureLine(
  key: Pick<VerifierKey, 'name' | 'keyId'>,
  seconds: number,
  signed: Bytes,
): string {
  const signature = new Uint8Array(8 + signed.length);
  new DataView(signature.buffer).setBigUint64(0, BigInt(seconds));
  signature.set(signed, 8);
  return signatureLine({ name: key.name, keyId: key.keyId, signature });
}

/** When it was made, seconds since 1970 UTC, and the signature itself; null if it is no cosignature. */
function partsOf({ signature }: NoteSignature): { seconds: number; signed: Bytes } | null {
  if (signature.length !== 72) return null;
  const seconds = Number(new DataView(signature.buffer, signature.byteOffset).getBigUint64(0));
  return Number.isSafeInteger(seconds) ? { seconds, signed: signature.slice(8) } : null;
}

/** The time of a genuine cosignature of this text by this witness, in seconds since 1970; null for any other line. */
export async function checkCosignature(
  line: NoteSignature,
  text: string,
  key: VerifierKey,
): Promise<number | null> {
  if (line.name !== key.name || line.keyId !== key.keyId || key.type !== 'cosignature') return null;
  const parts = partsOf(line);
  if (!parts) return null;
  const genuine = await verifyEd25519(key.publicKey, parts.signed, cosignedMessage(text, parts.seconds));
  return genuine ? parts.seconds : null;
}

/** Reads and checks a line that a witness sent. Null too if it is no signature line. */
export async function checkCosignatureLine(
  line: string,
  text: string,
  key: VerifierKey,
): Promise<number | null> {
  try {
    return await checkCosignature(readSignatureLine(line), text, key);
  } catch {
    return null;
  }
}

/** The witnesses among `keys` whose cosignatures on a note are genuine, and those whose are not. */
export async function checkCosignatures(
  note: Note,
  keys: readonly VerifierKey[],
): Promise<{ readonly good: readonly VerifierKey[]; readonly bad: readonly VerifierKey[] }> {
  const good: VerifierKey[] = [];
  const bad: VerifierKey[] = [];
  for (const key of keys) {
    const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
    if (own.length === 0) continue;
    const times = await Promise.all(own.map(line => checkCosignature(line, note.text, key)));
    (times.some(time => time === null) ? bad : good).push(key);
  }
  return { good, bad };
}
