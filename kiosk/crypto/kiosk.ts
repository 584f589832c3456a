import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { codeFromMac, codeMessage } from '../../shared/submission/code.ts';

/** The kiosk's own signing key. The private half cannot be exported by any script. */
export async function makeSigningPair(): Promise<{ privateKey: CryptoKey; publicKey: string }> {
  const pair = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  const raw = await crypto.subtle.exportKey('raw', pair.publicKey);
  return { privateKey: pair.privateKey, publicKey: toBase64Url(new Uint8Array(raw)) };
}

/** Ed25519 (RFC 8032) over `bytes`, base64url. */
export async function sign(key: CryptoKey, bytes: Bytes): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes)));
}

/** The secret that makes this kiosk's receipt codes, as a key that cannot be exported again. */
export async function importCodeKey(raw: string): Promise<CryptoKey> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', fromBase64Url(raw), algorithm, false, ['sign']);
}

/** The receipt code of a sequence number: eleven characters, unspaced. */
export async function receiptCode(codeKey: CryptoKey, sequence: number): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', codeKey, utf8(codeMessage(sequence)));
  return codeFromMac(new Uint8Array(mac));
}

/** What the kiosk signs to get a session: the server's nonce, bound to the kiosk's own id. */
export function sessionMessage(kiosk: string, nonce: string): Bytes {
  return utf8(`sauti/kiosk-session/v1/${kiosk}/${nonce}`);
}
