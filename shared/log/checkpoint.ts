import { utf8 } from '../crypto/bytes.ts';
import { alphabet } from '../submission/code.ts';
import { checkSignature, NotANote, parseNote, type VerifierKey } from './note.ts';
import type { Hash } from './tree.ts';

/** A log's head after c2sp.org/tlog-checkpoint: which log, how many entries, and its root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/** The name of a prison's log. `epoch` counts from 1; it grows when a log had to be begun anew after a loss. */
export function originOf(prisonId: string, epoch: number): string {
  return `sauti/prison/${prisonId}/${epoch}`;
}

/** A log's name without its epoch. */
export function logIn(origin: string): string {
  return origin.slice(0, origin.lastIndexOf('/'));
}

/** Whether an origin is that of a prison's log, in whatever epoch. */
export function isLogOf(origin: string, prisonId: string): boolean {
  return (
    /^[1-9][0-9]*$/.test(origin.slice(`sauti/prison/${prisonId}/`.length)) &&
    origin.startsWith(`sauti/prison/${prisonId}/`)
  );
}

/** The text of a checkpoint, which is what is signed. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toBase64()}\n`;
}

/** Reads the text of a checkpoint; lines after the third are allowed and say nothing. Throws NotANote. */
export function readCheckpointText(text: string): Checkpoint {
  const [origin, size, root, ...more] = text.split('\n');
  if (!origin || !size || !root || more.slice(0, -1).includes('') || more.at(-1) !== '')
    throw new NotANote('it has not the lines of a checkpoint');
  if (!/^(0|[1-9][0-9]{0,15})$/.test(size) || !Number.isSafeInteger(Number(size)))
    throw new NotANote('its size is no number');
  return { origin, size: Number(size), root: rootOf(root) };
}

function rootOf(text: string): Uint8Array {
  try {
    const root = Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
    if (root.length === 32) return root;
  } catch {
    // Said below, as for a root of another length.
  }
  throw new NotANote('its root is no SHA-256 hash');
}

/** What is wrong with a signed checkpoint; null stands for nothing. */
export type CheckpointFault = 'not-a-checkpoint' | 'another-log' | 'not-signed' | 'signature-false';

export type OpenedCheckpoint =
  | { readonly ok: true; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly ok: false; readonly fault: CheckpointFault };

/** Reads a checkpoint and believes it only under the log's own key. */
export async function openCheckpoint(note: string, key: VerifierKey): Promise<OpenedCheckpoint> {
  try {
    const parsed = parseNote(note);
    const checkpoint = readCheckpointText(parsed.text);
    if (checkpoint.origin !== key.name) return { ok: false, fault: 'another-log' };
    const signed = await checkSignature(parsed, key);
    if (signed === 'absent') return { ok: false, fault: 'not-signed' };
    if (signed === 'false') return { ok: false, fault: 'signature-false' };
    return { ok: true, checkpoint, text: parsed.text };
  } catch (error) {
    if (error instanceof NotANote) return { ok: false, fault: 'not-a-checkpoint' };
    throw error;
  }
}

const shortSymbols = 20;

/**
 * What is written by hand into the minute book: the size, and 100 bits of the text's SHA-256 in the alphabet of
 * the receipt codes. Fifty bits, as a receipt code has, could be met by trying salts for a day.
 */
export function shortForm(hash: Hash, text: string): string {
  const digest = hash(utf8(text));
  let bits = 0n;
  for (const byte of digest.subarray(0, 13)) bits = (bits << 8n) | BigInt(byte);
  bits >>= 4n;
  let symbols = '';
  for (let at = 0; at < shortSymbols; at += 1) {
    symbols = `${alphabet[Number(bits & 31n)]}${symbols}`;
    bits >>= 5n;
  }
  return symbols.replace(/(.{4})(?=.)/g, '$1 ');
}
