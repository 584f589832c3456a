import type { Bytes } from './bytes.ts';

const algorithm = { name: 'Ed25519' } as const;

/** Whether this is an Ed25519 signature (RFC 8032) of `message`; false too for a key or signature of wrong length. */
export async function verifyEd25519(publicKey: Bytes, signature: Bytes, message: Bytes): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', publicKey, algorithm, false, ['verify']);
    return await crypto.subtle.verify(algorithm, key, signature, message);
  } catch {
    return false;
  }
}
