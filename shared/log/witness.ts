import { type Checkpoint, logIn, openCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './note.ts';
import type { WitnessReply } from './schema.ts';
import type { Hash } from './tree.ts';
import { verifyConsistency } from './verify.ts';

/** What a witness keeps of a log. */
export interface Held {
  /** The checkpoint that it cosigned last, word for word. */
  readonly note: string;
  readonly origin: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
}

/** What a witness finds when it asks again. */
export type Finding =
  /** The log grew out of what was seen: to be kept in its place, and cosigned. */
  | { readonly kind: 'grown'; readonly held: Held; readonly text: string }
  | { readonly kind: 'same' }
  /** Nothing is signed at the moment, and nothing contradicts what was seen. */
  | { readonly kind: 'waiting' }
  /** The answer is not this log's own; it says nothing. */
  | { readonly kind: 'not-believed' }
  /** The log goes on under a new name after a loss that somebody decided to accept. */
  | { readonly kind: 'begun-anew'; readonly held: Held; readonly text: string }
  /** The log was rewritten, or cut; `why` names what shows it. */
  | { readonly kind: 'rewritten'; readonly why: 'shorter' | 'another-history' | 'server-says-so' };

const epochIn = (origin: string): number => Number(origin.slice(origin.lastIndexOf('/') + 1));

function heldOf(note: string, { origin, size, root }: Checkpoint): Held {
  return { note, origin, size, root: root.toBase64() };
}

function proofOf(texts: readonly string[]): Uint8Array[] | null {
  try {
    return texts.map(text => Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' }));
  } catch {
    return null;
  }
}

/** The new head against the one that was seen. */
function compare(
  hash: Hash,
  held: Held,
  now: Checkpoint,
  proof: readonly string[],
): 'good' | 'shorter' | 'other' {
  if (now.size < held.size) return 'shorter';
  const root = Uint8Array.fromBase64(held.root);
  if (held.size === 0) return 'good';
  const hashes = proofOf(proof);
  if (!hashes) return 'other';
  return verifyConsistency(hash, { size: held.size, root }, now, hashes) === null ? 'good' : 'other';
}

/**
 * What a witness makes of an answer. `key` is the log's, already vouched for by a key that the witness pinned; the
 * prison must be its own. Nothing here trusts the server's word against what was seen, but its word that a log is
 * not to be believed is taken.
 */
export async function judge(
  hash: Hash,
  held: Held | null,
  reply: WitnessReply,
  key: VerifierKey,
): Promise<Finding> {
  if (held && logIn(held.origin) !== logIn(key.name)) return { kind: 'not-believed' };
  if (held && epochIn(key.name) < epochIn(held.origin)) return { kind: 'rewritten', why: 'another-history' };
  if (reply.hold !== null && reply.hold !== 'restored') return { kind: 'rewritten', why: 'server-says-so' };
  if (reply.checkpoint === null) return { kind: 'waiting' };
  const opened = await openCheckpoint(reply.checkpoint, key);
  if (!opened.ok) return { kind: 'not-believed' };
  const { checkpoint, text } = opened;
  const now = heldOf(reply.checkpoint, checkpoint);
  if (!held) return { kind: 'grown', held: now, text };
  if (held.origin !== checkpoint.origin) return { kind: 'begun-anew', held: now, text };
  // A restored log shows its old head until it has heard what was seen; it is not yet said to be the present one.
  if (reply.hold === 'restored' && checkpoint.size < held.size) return { kind: 'waiting' };
  const found = compare(hash, held, checkpoint, reply.proof);
  if (found === 'shorter') return { kind: 'rewritten', why: 'shorter' };
  if (found === 'other') return { kind: 'rewritten', why: 'another-history' };
  return checkpoint.size === held.size ? { kind: 'same' } : { kind: 'grown', held: now, text };
}
