import type { Proof } from './proof.ts';
import { type Hash, nodeHash } from './tree.ts';

/** What is wrong with a proof; null stands for nothing. */
export type ProofFault =
  /** A size or an index that is no unsigned 64-bit number. */
  | 'not-a-size'
  | 'index-beyond-size'
  /** The old log would be longer than the new one. */
  | 'older-is-longer'
  /** Nothing can be proven of a log without entries. */
  | 'older-is-empty'
  /** A leaf's hash, or one in the proof, that has not 32 bytes. */
  | 'hash-length'
  | 'proof-too-short'
  | 'proof-too-long'
  /** Equal sizes and different roots: two logs. */
  | 'roots-differ'
  /** The proof does not lead to the old root. */
  | 'older-root-wrong'
  /** The proof does not lead to the root. */
  | 'root-wrong';

type Size = number | bigint;

const hashLength = 32;
const most = 2n ** 64n;

/** Null if it is no unsigned 64-bit number: neither fractions nor what a number cannot tell apart. */
function sizeOf(value: Size): bigint | null {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) return null;
  const size = BigInt(value);
  return size >= 0n && size < most ? size : null;
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

const isOdd = (value: bigint): boolean => (value & 1n) === 1n;

/** Where one stands in the old tree and in the new one, going up from the leaf (RFC 9162's `fn` and `sn`). */
interface Place {
  readonly at: bigint;
  readonly last: bigint;
}

const up = ({ at, last }: Place): Place => ({ at: at >> 1n, last: last >> 1n });

/** Past the levels at which the node on the right edge has no neighbour. */
function pastTheEdge(place: Place): Place {
  let found = place;
  while (!isOdd(found.at) && found.at !== 0n) found = up(found);
  return found;
}

/**
 * Whether the leaf stands at `index` of the log of that size and root (RFC 9162 section 2.1.3.2).
 * Roots are compared byte by byte, so a root of another length is simply another root.
 */
export function verifyInclusion(
  hash: Hash,
  claim: { readonly index: Size; readonly size: Size; readonly leafHash: Uint8Array; readonly proof: Proof },
  root: Uint8Array,
): ProofFault | null {
  const index = sizeOf(claim.index);
  const size = sizeOf(claim.size);
  if (index === null || size === null) return 'not-a-size';
  if (index >= size) return 'index-beyond-size';
  if ([claim.leafHash, ...claim.proof].some(({ length }) => length !== hashLength)) return 'hash-length';
  let place: Place = { at: index, last: size - 1n };
  let node = claim.leafHash;
  for (const sibling of claim.proof) {
    if (place.last === 0n) return 'proof-too-long';
    if (isOdd(place.at) || place.at === place.last) {
      node = nodeHash(hash, sibling, node);
      place = pastTheEdge(place);
    } else node = nodeHash(hash, node, sibling);
    place = up(place);
  }
  if (place.last !== 0n) return 'proof-too-short';
  return equal(node, root) ? null : 'root-wrong';
}

/** A log's size and root. */
export interface Head {
  readonly size: Size;
  readonly root: Uint8Array;
}

/** Whether the newer log begins with the whole of the older one (RFC 9162 section 2.1.4.2). */
export function verifyConsistency(hash: Hash, older: Head, newer: Head, proof: Proof): ProofFault | null {
  const first = sizeOf(older.size);
  const second = sizeOf(newer.size);
  if (first === null || second === null) return 'not-a-size';
  if (first > second) return 'older-is-longer';
  if (first === 0n) return 'older-is-empty';
  if (first === second) {
    if (proof.length > 0) return 'proof-too-long';
    return equal(older.root, newer.root) ? null : 'roots-differ';
  }
  if (proof.some(({ length }) => length !== hashLength)) return 'hash-length';
  // A whole old tree is a node of the new one, and its root is known: the proof does not repeat it.
  const path = (first & (first - 1n)) === 0n ? [older.root, ...proof] : proof;
  return followPath(hash, path, { first, second }, { older: older.root, newer: newer.root });
}

function followPath(
  hash: Hash,
  [start, ...path]: Proof,
  sizes: { readonly first: bigint; readonly second: bigint },
  roots: { readonly older: Uint8Array; readonly newer: Uint8Array },
): ProofFault | null {
  if (!start || path.length === 0) return 'proof-too-short';
  let place: Place = { at: sizes.first - 1n, last: sizes.second - 1n };
  while (isOdd(place.at)) place = up(place);
  let old = start;
  let now = start;
  for (const sibling of path) {
    if (place.last === 0n) return 'proof-too-long';
    if (isOdd(place.at) || place.at === place.last) {
      old = nodeHash(hash, sibling, old);
      now = nodeHash(hash, sibling, now);
      place = pastTheEdge(place);
    } else now = nodeHash(hash, now, sibling);
    place = up(place);
  }
  if (place.last !== 0n) return 'proof-too-short';
  if (!equal(old, roots.older)) return 'older-root-wrong';
  return equal(now, roots.newer) ? null : 'root-wrong';
}
