/**
 * The Merkle tree of RFC 6962 / RFC 9162 section 2.1, kept as its frontier: the roots of the complete
 * subtrees of a log of `size` leaves, largest first. Hashing comes from outside, so that the server can use
 * its fast synchronous one and a browser its own.
 */
export type Hash = (bytes: Uint8Array) => Uint8Array;

export interface Frontier {
  readonly size: number;
  /** 32-byte roots of the complete subtrees, largest subtree first; as many as `size` has one-bits. */
  readonly roots: readonly Uint8Array[];
}

export const emptyFrontier: Frontier = { size: 0, roots: [] };

function prefixed(prefix: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 1);
  const bytes = new Uint8Array(length);
  bytes[0] = prefix;
  let at = 1;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** SHA-256(0x00 ‖ entry): a leaf can never be mistaken for a node. */
export function leafHash(hash: Hash, entry: Uint8Array): Uint8Array {
  return hash(prefixed(0, entry));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(hash: Hash, left: Uint8Array, right: Uint8Array): Uint8Array {
  return hash(prefixed(1, left, right));
}

/** A complete subtree: `2 ** level` leaves, the first of them leaf number `position * 2 ** level`. */
export interface NodeId {
  readonly level: number;
  readonly position: number;
}

export interface Node extends NodeId {
  readonly hash: Uint8Array;
}

/**
 * The frontier with one more leaf: as many joins as `size` has trailing one-bits. `completed` is told of every
 * node that this leaf completes, lowest first; such a node never changes again.
 */
export function append(
  hash: Hash,
  frontier: Frontier,
  leaf: Uint8Array,
  completed: (node: Node) => void = () => undefined,
): Frontier {
  const roots = [...frontier.roots];
  let node = leaf;
  let level = 0;
  for (let size = frontier.size; size % 2 === 1; size = Math.floor(size / 2)) {
    const left = roots.pop();
    if (!left) throw new RangeError('the frontier has fewer roots than its size asks for');
    node = nodeHash(hash, left, node);
    level += 1;
    completed({ level, position: Math.floor(size / 2), hash: node });
  }
  return { size: frontier.size + 1, roots: [...roots, node] };
}

/** The root of the whole log; the hash of nothing for an empty one. */
export function rootOf(hash: Hash, frontier: Frontier): Uint8Array {
  const [last, ...rest] = frontier.roots.toReversed();
  if (!last) return hash(new Uint8Array(0));
  return rest.reduce((right, left) => nodeHash(hash, left, right), last);
}
