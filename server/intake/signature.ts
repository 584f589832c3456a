import { createPublicKey, type KeyObject, verify } from 'node:crypto';

/** Parsed public keys by their raw form: parsing costs as much as checking. */
const parsed = new Map<string, KeyObject>();
const limit = 5_000;

function keyOf(raw: string): KeyObject {
  const known = parsed.get(raw);
  if (known) return known;
  if (parsed.size >= limit) parsed.clear();
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: raw }, format: 'jwk' });
  parsed.set(raw, key);
  return key;
}

/** Whether `signature` (base64url) over `message` is by this raw Ed25519 key. False for a key that is none. */
export function isSignedBy(rawPublicKey: string, message: Uint8Array, signature: string): boolean {
  try {
    return verify(null, message, keyOf(rawPublicKey), Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

/** The same beside the event loop: checking is the most expensive step of taking an item. */
export function verifySignature(
  rawPublicKey: string,
  message: Uint8Array,
  signature: string,
): Promise<boolean> {
  return new Promise(resolve => {
    try {
      verify(null, message, keyOf(rawPublicKey), Buffer.from(signature, 'base64url'), (error, fits) =>
        resolve(error === null && fits),
      );
    } catch {
      resolve(false);
    }
  });
}
