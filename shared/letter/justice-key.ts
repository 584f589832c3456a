import { argon2id } from '../crypto/argon2id.ts';
import { type Bytes, fromBase64Url, toBase64Url, utf8 } from '../crypto/bytes.ts';
import { suite } from '../crypto/seal.ts';
import type { KeyCard } from './schema.ts';

/**
 * A justice's keys come from one seed of 32 bytes. The seed is kept in a file under a passphrase, and as three shares
 * on paper, any two of which give it back without file or passphrase.
 */
export const seedLength = 32;

export interface JusticeKeys {
  /** Opens letters and packs. */
  readonly sealing: CryptoKeyPair;
  /** Countersigns and answers. */
  readonly signing: CryptoKey;
  readonly card: KeyCard;
}

/** What stands before 32 raw bytes to make them a private key for the browser (RFC 8410, PKCS #8). */
const ed25519Head = Uint8Array.fromHex('302e020100300506032b657004220420');

async function derived(seed: Bytes, purpose: string): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(purpose) };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 8 * seedLength));
}

async function signingPair(seed: Bytes): Promise<{ key: CryptoKey; publicKey: string }> {
  const whole = new Uint8Array(ed25519Head.length + seedLength);
  whole.set(ed25519Head);
  whole.set(await derived(seed, 'sauti/justice-signing/v1'), ed25519Head.length);
  const open = await crypto.subtle.importKey('pkcs8', whole, 'Ed25519', true, ['sign']);
  const { x = '' } = await crypto.subtle.exportKey('jwk', open);
  const key = await crypto.subtle.importKey('pkcs8', whole, 'Ed25519', false, ['sign']);
  return { key, publicKey: x };
}

/** The keys of a seed, the same ones every time; `name` and `kind` go on the card. */
export async function keysOfSeed(
  seed: Bytes,
  { name, kind }: Pick<KeyCard, 'name' | 'kind'>,
): Promise<JusticeKeys> {
  // RFC 9180, 7.1.3: DeriveKeyPair of the KEM.
  const sealing = await suite.kem.deriveKeyPair((await derived(seed, 'sauti/justice-sealing/v1')).buffer);
  const signing = await signingPair(seed);
  const publicKey = toBase64Url(new Uint8Array(await suite.kem.serializePublicKey(sealing.publicKey)));
  return {
    sealing,
    signing: signing.key,
    card: { version: 1, kind, name, sealing: publicKey, signing: signing.publicKey },
  };
}

/** Ed25519 (RFC 8032) under the justice's own key, base64url. */
export async function signAsJustice({ signing }: JusticeKeys, bytes: Bytes): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.sign('Ed25519', signing, bytes)));
}

/** The file in which a justice keeps his keys. */
export interface KeyFile {
  readonly version: 1;
  readonly kind: 'sauti-justice-keys';
  readonly card: KeyCard;
  /** What argon2id costs: KiB, and passes. */
  readonly memory: number;
  readonly passes: number;
  readonly nonce: string;
  /** The seed under AES-256-GCM, with its tag. */
  readonly sealed: string;
  /** Room for the first justice that this file's owner trusts; the reader does not ask for him yet. */
  readonly anchor: string | null;
}

/** The second choice of RFC 9106 (4): 64 MiB, three passes; about two seconds on an old laptop. */
const usualCost = { memory: 65_536, passes: 3 } as const;
const lanes = 4;

async function passphraseKey(
  passphrase: string,
  file: Pick<KeyFile, 'memory' | 'passes' | 'nonce'>,
): Promise<CryptoKey> {
  const { memory, passes } = file;
  const message = utf8(passphrase.normalize('NFKC').trim());
  const raw = argon2id({ message, nonce: fromBase64Url(file.nonce), memory, passes, lanes, length: 32 });
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** The nonce is the salt's first part: with another salt the key is another one too. */
const cipher = (file: Pick<KeyFile, 'nonce' | 'card'>) => ({
  name: 'AES-GCM',
  iv: fromBase64Url(file.nonce).slice(0, 12),
  additionalData: utf8(`sauti/justice-keys/v1/${file.card.signing}`),
});

/** The file of a seed under a passphrase. */
export async function wrapSeed(
  seed: Bytes,
  card: KeyCard,
  passphrase: string,
  cost: Pick<KeyFile, 'memory' | 'passes'> = usualCost,
): Promise<KeyFile> {
  const head = { card, ...cost, nonce: toBase64Url(crypto.getRandomValues(new Uint8Array(16))) };
  const key = await passphraseKey(passphrase, head);
  const sealed = toBase64Url(new Uint8Array(await crypto.subtle.encrypt(cipher(head), key, seed)));
  return { version: 1, kind: 'sauti-justice-keys', ...head, sealed, anchor: null };
}

/** The seed in a file; null if the passphrase is wrong or the file was changed. */
export async function unwrapSeed(file: KeyFile, passphrase: string): Promise<Bytes | null> {
  const key = await passphraseKey(passphrase, file);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(cipher(file), key, fromBase64Url(file.sealed)));
  } catch {
    return null;
  }
}
