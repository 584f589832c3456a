import { NotANote } from './note.ts';
import type { Proof } from './proof.ts';

/** A proof that stands alone, after c2sp.org/tlog-proof: that a checkpointed log holds an entry, and where. */
export interface TlogProof {
  /** Of our own making and not authenticated by itself: what is needed to make the leaf anew. Null if there is none. */
  readonly extra: Uint8Array | null;
  readonly index: number;
  readonly proof: Proof;
  /** The signed checkpoint with its cosignatures, word for word. */
  readonly checkpoint: string;
}

const firstLine = 'c2sp.org/tlog-proof@v1';
/** A log of 2⁵³ entries has proofs of 53 hashes. */
const mostHashes = 64;

export function formatTlogProof({ extra, index, proof, checkpoint }: TlogProof): string {
  return [
    firstLine,
    ...(extra ? [`extra ${extra.toBase64()}`] : []),
    `index ${index}`,
    ...proof.map(hash => hash.toBase64()),
    '',
    checkpoint,
  ].join('\n');
}

function bytesOf(text: string, what: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(text, { lastChunkHandling: 'strict' });
  } catch {
    throw new NotANote(`${what} is no base64`);
  }
}

/** Whether a text claims to be such a proof. */
export function isTlogProof(text: string): boolean {
  return text.startsWith(`${firstLine}\n`);
}

/** Reads a proof; nothing is verified by that. Throws NotANote, whose message says what is wrong. */
export function parseTlogProof(text: string): TlogProof {
  const cut = text.indexOf('\n\n');
  if (cut < 0) throw new NotANote('no checkpoint follows the proof');
  const [first, ...lines] = text.slice(0, cut).split('\n');
  if (first !== firstLine) throw new NotANote(`its first line is not ${firstLine}`);
  const extra = lines[0]?.startsWith('extra ')
    ? bytesOf(lines.shift()?.slice(6) ?? '', 'the extra data')
    : null;
  const index = /^index (0|[1-9][0-9]{0,15})$/.exec(lines.shift() ?? '')?.[1];
  if (index === undefined) throw new NotANote('the entry’s place in the log is not there');
  if (lines.length > mostHashes) throw new NotANote('the proof is too long');
  return {
    extra,
    index: Number(index),
    proof: lines.map(line => bytesOf(line, 'a hash of the proof')),
    checkpoint: text.slice(cut + 2),
  };
}
