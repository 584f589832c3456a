import { type Bytes, utf8 } from '../crypto/bytes.ts';
import { verifyEd25519 } from '../crypto/ed25519.ts';
import type { Hash } from './tree.ts';

/**
 * Signed notes after c2sp.org/signed-note: a text, an empty line, and a line for each signature. Any number of
 * keys may sign one note: the log's, a second one of another kind, and the witnesses'.
 */
export interface NoteSignature {
  readonly name: string;
  /** Four bytes in hex. */
  readonly keyId: string;
  /** What follows the key's id. */
  readonly signature: Bytes;
}

export interface Note {
  /** With its final line end; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** A text that is no signed note; its message says why. */
export class NotANote extends Error {}

/** Assigned by c2sp.org/signed-note. */
export const signatureTypes = { ed25519: 0x01, cosignature: 0x04 } as const;
export type SignatureType = keyof typeof signatureTypes;

/** More than the 16 that must be accepted; a note with more is nobody's honest note. */
const mostSignatures = 100;

function isName(name: string): boolean {
  return name.length > 0 && !/[\s+\p{Z}]/u.test(name);
}

/** The id of a key: the first four bytes of SHA-256(name ‖ line end ‖ type ‖ public key), in hex. */
export function keyIdOf(hash: Hash, name: string, type: SignatureType, publicKey: Uint8Array): string {
  const head = utf8(`${name}\n`);
  const bytes = new Uint8Array(head.length + 1 + publicKey.length);
  bytes.set(head);
  bytes[head.length] = signatureTypes[type];
  bytes.set(publicKey, head.length + 1);
  return hash(bytes).slice(0, 4).toHex();
}

/** A line of a note, without its line end. */
export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  const bytes = new Uint8Array(4 + signature.length);
  bytes.setFromHex(keyId);
  bytes.set(signature, 4);
  return `— ${name} ${bytes.toBase64()}`;
}

/** Reads one signature line. Throws NotANote. */
export function readSignatureLine(line: string): NoteSignature {
  const [dash, name = '', encoded = '', ...more] = line.split(' ');
  if (dash !== '—' || !isName(name) || more.length > 0)
    throw new NotANote('a signature line is not readable');
  try {
    const bytes = Uint8Array.fromBase64(encoded, { lastChunkHandling: 'strict' });
    if (bytes.length < 5) throw new NotANote('a signature is too short');
    return { name, keyId: bytes.slice(0, 4).toHex(), signature: bytes.slice(4) };
  } catch (error) {
    if (error instanceof NotANote) throw error;
    throw new NotANote('a signature is no base64');
  }
}

/** Puts a note together; more lines can be added at its end at any time. */
export function formatNote(text: string, lines: readonly string[]): string {
  return `${text}\n${lines.map(line => `${line}\n`).join('')}`;
}

/** Reads a note. Nothing is verified by that. Throws NotANote. */
export function parseNote(note: string): Note {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are what a note must not contain.
  if (/[\u0000-\u0009\u000b-\u001f]/.test(note)) throw new NotANote('it contains a control character');
  const cut = note.lastIndexOf('\n\n');
  if (cut < 1) throw new NotANote('it has no empty line before its signatures');
  if (!note.endsWith('\n')) throw new NotANote('its last line is not ended');
  const lines = note.slice(cut + 2, -1).split('\n');
  if (lines.length > mostSignatures) throw new NotANote('it has too many signatures');
  return { text: note.slice(0, cut + 1), signatures: lines.map(readSignatureLine) };
}

/** Whoever's signature is believed. */
export interface VerifierKey {
  readonly name: string;
  readonly keyId: string;
  readonly type: SignatureType;
  readonly publicKey: Bytes;
}

export function makeVerifierKey(
  hash: Hash,
  name: string,
  type: SignatureType,
  publicKey: Bytes,
): VerifierKey {
  return { name, keyId: keyIdOf(hash, name, type, publicKey), type, publicKey };
}

/** A key as one line of text: `name+id+base64`. */
export function formatVerifierKey({ name, keyId, type, publicKey }: VerifierKey): string {
  const bytes = new Uint8Array(1 + publicKey.length);
  bytes[0] = signatureTypes[type];
  bytes.set(publicKey, 1);
  return `${name}+${keyId}+${bytes.toBase64()}`;
}

/** Null if it is no such line, or its id is not that of its key. */
export function readVerifierKey(hash: Hash, text: string): VerifierKey | null {
  const [name = '', keyId = '', ...rest] = text.trim().split('+');
  try {
    const bytes = Uint8Array.fromBase64(rest.join('+'), { lastChunkHandling: 'strict' });
    const type = (Object.keys(signatureTypes) as SignatureType[]).find(
      key => signatureTypes[key] === bytes[0],
    );
    if (!type || !isName(name) || bytes.length !== 33) return null;
    const key = makeVerifierKey(hash, name, type, bytes.slice(1));
    return key.keyId === keyId ? key : null;
  } catch {
    return null;
  }
}

/** What a key's signature on a note is worth: `absent` if this key has signed nothing here. */
export async function checkSignature(note: Note, key: VerifierKey): Promise<'good' | 'false' | 'absent'> {
  const own = note.signatures.filter(({ name, keyId }) => name === key.name && keyId === key.keyId);
  if (own.length === 0) return 'absent';
  const checks = own.map(({ signature }) => verifyEd25519(key.publicKey, signature, utf8(note.text)));
  return (await Promise.all(checks)).every(Boolean) ? 'good' : 'false';
}
