import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from './bytes.ts';

/**
 * Sealed envelopes: HPKE (RFC 9180), base mode, X25519 + HKDF-SHA256 + AES-256-GCM.
 * On the wire: `v1.<key id>.<base64url of enc ‖ ciphertext>`; the purpose and the bound context are the
 * `info` and the `aad`, so that an envelope made for one item cannot be put on another.
 */
const encLength = 32;
export const suite = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

export type Purpose = 'submission' | 'identity' | 'carry' | 'recording';

export interface SealingKey {
  readonly id: string;
  readonly publicKey: CryptoKey;
}

/** A public sealing key as it travels: raw X25519, base64url. */
export async function readSealingKey(id: string, raw: string): Promise<SealingKey> {
  return { id, publicKey: await suite.kem.deserializePublicKey(fromBase64Url(raw).buffer) };
}

/**
 * Pads with spaces to a multiple of `block` bytes, so that the length of the envelope tells little.
 * JSON ignores trailing white space, so nothing has to be taken off again.
 */
export function padded(json: string, block: number): Bytes {
  const bytes = utf8(json);
  const whole = new Uint8Array(Math.ceil(bytes.length / block) * block).fill(0x20);
  whole.set(bytes);
  return whole;
}

/** Seals padded JSON, or a piece of sound, to `key` for one purpose and one context (the item's id and kiosk). */
export async function seal(
  key: SealingKey,
  purpose: Purpose,
  context: string,
  plain: Bytes,
): Promise<string> {
  const { enc, ct } = await suite.seal(
    { recipientPublicKey: key.publicKey, info: utf8(`sauti/${purpose}/v1`).buffer },
    plain.buffer,
    utf8(context).buffer,
  );
  const joined = new Uint8Array(enc.byteLength + ct.byteLength);
  joined.set(new Uint8Array(enc));
  joined.set(new Uint8Array(ct), enc.byteLength);
  return `v1.${key.id}.${toBase64Url(joined)}`;
}

type NotOpened = { ok: false; reason: 'unknown-key' | 'not-an-envelope' | 'does-not-open' };
export type Opened = { ok: true; text: string } | NotOpened;
export type OpenedBytes = { ok: true; bytes: Bytes } | NotOpened;

/** Opens an envelope that holds text. Never throws: what cannot be opened is kept and shown. */
export async function open(
  keyOf: (id: string) => CryptoKeyPair | undefined,
  purpose: Purpose,
  context: string,
  envelope: string,
): Promise<Opened> {
  const opened = await openBytes(keyOf, purpose, context, envelope);
  if (!opened.ok) return opened;
  try {
    return { ok: true, text: fromUtf8(opened.bytes) };
  } catch {
    return { ok: false, reason: 'does-not-open' };
  }
}

/** Opens an envelope with whichever private key it names. Never throws. */
export async function openBytes(
  keyOf: (id: string) => CryptoKeyPair | undefined,
  purpose: Purpose,
  context: string,
  envelope: string,
): Promise<OpenedBytes> {
  const [version, keyId, body, ...rest] = envelope.split('.');
  if (version !== 'v1' || !keyId || !body || rest.length > 0) return { ok: false, reason: 'not-an-envelope' };
  const recipientKey = keyOf(keyId);
  if (!recipientKey) return { ok: false, reason: 'unknown-key' };
  try {
    const bytes = fromBase64Url(body);
    const plain = await suite.open(
      { recipientKey, enc: bytes.slice(0, encLength).buffer, info: utf8(`sauti/${purpose}/v1`).buffer },
      bytes.slice(encLength).buffer,
      utf8(context).buffer,
    );
    return { ok: true, bytes: new Uint8Array(plain) };
  } catch {
    return { ok: false, reason: 'does-not-open' };
  }
}
