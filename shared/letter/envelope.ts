import { type Bytes, fromBase64Url, fromUtf8, toBase64Url, utf8 } from '../crypto/bytes.ts';
import { suite } from '../crypto/seal.ts';

/**
 * A sealed letter: one AES-256-GCM text of fixed length under a key of its own, and that key HPKE-sealed
 * (RFC 9180, as all envelopes of Sauti) into eight wraps. Every letter has eight, whoever may open it: those that
 * are not needed go to keys which nobody has. No wrap says whose it is; a reader tries them. So a letter for the
 * duty reader too, one for two justices and a dummy look alike.
 *
 * Bytes: version ‖ 8 × (encapsulated key ‖ wrapped key) ‖ text and tag.
 */
export const mostRecipients = 8;
/** Bytes of a letter's text: a thousand signs of any language, and what stands beside them. */
export const letterBytes = 4096;

const formatVersion = 1;
const keyLength = 32;
const tagLength = 16;
const wrapLength = keyLength + keyLength + tagLength;
const headLength = 1 + mostRecipients * wrapLength;
/** Characters of a letter as it travels. */
export const letterChars = Math.ceil(((headLength + letterBytes + tagLength) * 4) / 3);

/** A letter's key is used once, so its nonce may always be the same. */
const nonce = new Uint8Array(12);
const info = utf8('sauti/letter/v1').buffer;

export class LetterTooLong extends Error {}

async function wrap(recipient: CryptoKey, key: Bytes, context: Bytes): Promise<Bytes> {
  const { enc, ct } = await suite.seal({ recipientPublicKey: recipient, info }, key.buffer, context.buffer);
  const whole = new Uint8Array(wrapLength);
  whole.set(new Uint8Array(enc));
  whole.set(new Uint8Array(ct), keyLength);
  return whole;
}

const aesKey = (raw: Bytes, use: 'encrypt' | 'decrypt') =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [use]);

const cipher = (context: Bytes) => ({ name: 'AES-GCM', iv: nonce, additionalData: context });

/** Wraps a fresh key to each recipient and to nobody, in an order drawn by lot, and seals `plain` under it. */
async function sealBytes(recipients: readonly string[], prison: string, plain: Bytes): Promise<Bytes> {
  if (recipients.length === 0 || recipients.length > mostRecipients)
    throw new RangeError(`a letter has one to ${mostRecipients} readers`);
  const context = utf8(prison);
  const raw = crypto.getRandomValues(new Uint8Array(keyLength));
  const publicKeys = await Promise.all(
    Array.from({ length: mostRecipients }, async (_, index) => {
      const named = recipients[index];
      // Random bytes would not do: half of them are no point of the curve.
      if (named === undefined) return (await suite.kem.generateKeyPair()).publicKey;
      return suite.kem.deserializePublicKey(fromBase64Url(named).buffer);
    }),
  );
  const lots = crypto.getRandomValues(new Uint32Array(mostRecipients));
  const order = publicKeys.map((_, index) => index).sort((a, b) => (lots[a] ?? 0) - (lots[b] ?? 0));
  const wraps = await Promise.all(publicKeys.map(recipient => wrap(recipient, raw, context)));
  const text = await crypto.subtle.encrypt(cipher(context), await aesKey(raw, 'encrypt'), plain);
  const whole = new Uint8Array(headLength + text.byteLength);
  whole[0] = formatVersion;
  for (const [place, index] of order.entries()) whole.set(wraps[index] ?? [], 1 + place * wrapLength);
  whole.set(new Uint8Array(text), headLength);
  return whole;
}

async function unwrap(pair: CryptoKeyPair, bytes: Bytes, context: Bytes): Promise<Bytes | null> {
  for (let place = 0; place < mostRecipients; place += 1) {
    const from = 1 + place * wrapLength;
    const enc = bytes.slice(from, from + keyLength).buffer;
    const wrapped = bytes.slice(from + keyLength, from + wrapLength).buffer;
    try {
      return new Uint8Array(await suite.open({ recipientKey: pair, enc, info }, wrapped, context.buffer));
    } catch {
      // Another reader's, or nobody's.
    }
  }
  return null;
}

async function openBytes(pair: CryptoKeyPair, prison: string, sealed: Bytes): Promise<Bytes | null> {
  const context = utf8(prison);
  if (sealed[0] !== formatVersion || sealed.length < headLength + tagLength) return null;
  const raw = await unwrap(pair, sealed, context);
  if (!raw) return null;
  try {
    const key = await aesKey(raw, 'decrypt');
    return new Uint8Array(await crypto.subtle.decrypt(cipher(context), key, sealed.slice(headLength)));
  } catch {
    return null;
  }
}

/**
 * Seals the JSON of a letter to one to eight raw X25519 keys (base64url), bound to its prison. Throws LetterTooLong,
 * and RangeError for no reader or too many.
 */
export async function sealLetter(
  recipients: readonly string[],
  prison: string,
  content: object,
): Promise<string> {
  const json = utf8(JSON.stringify(content));
  if (json.length > letterBytes) throw new LetterTooLong();
  const plain = new Uint8Array(letterBytes).fill(0x20);
  plain.set(json);
  return toBase64Url(await sealBytes(recipients, prison, plain));
}

/** A letter that fills a place and says nothing: made and sealed as any other. */
export function sealDummy(recipients: readonly string[], prison: string): Promise<string> {
  return sealLetter(recipients, prison, { version: 1, type: 'nothing' });
}

/** The value in a letter, or in a pack; null if this key does not open it, or it was changed. */
export async function openLetter(pair: CryptoKeyPair, prison: string, letter: string): Promise<unknown> {
  try {
    const plain = await openBytes(pair, prison, fromBase64Url(letter));
    return plain && (JSON.parse(fromUtf8(plain)) as unknown);
  } catch {
    return null;
  }
}

/** Seals what is of any length: a pack, whose size says only how many nights and kiosks are in it. */
export async function sealPack(
  recipients: readonly string[],
  prison: string,
  content: object,
): Promise<string> {
  return toBase64Url(await sealBytes(recipients, prison, utf8(JSON.stringify(content))));
}
