import { type Hash, type NodeId, nodeHash } from './tree.ts';

/**
 * Which nodes a proof is made of (RFC 6962 sections 2.1.1 and 2.1.2), and the proof once they are known. Every
 * hash of a proof is the root of a run of leaves, and every run is a few complete nodes: whoever stores nodes
 * reads O(log n) of them, never the tree.
 */
export type Proof = readonly Uint8Array[];

/** Leaves `from` up to, not including, `to`. */
interface Run {
  readonly from: number;
  readonly to: number;
}

/** The largest power of two that is smaller than `count` (at least 2). */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

function assertSize(value: number, least: number, what: string): void {
  if (!Number.isSafeInteger(value) || value < least) throw new RangeError(`${what} is no size of a log`);
}

function inclusionRuns(index: number, size: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      runs.unshift({ from: middle, to });
      to = middle;
    } else {
      runs.unshift({ from, to: middle });
      from = middle;
    }
  }
  return runs;
}

function consistencyRuns(older: number, size: number): Run[] {
  const runs: Run[] = [];
  let from = 0;
  let to = size;
  while (older < to) {
    const middle = from + splitOf(to - from);
    if (older <= middle) {
      runs.unshift({ from: middle, to });
      to = middle;
    } else {
      runs.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The old tree's own last run; where it is the whole old tree, its root is known to whoever asks.
  return from === 0 ? runs : [{ from, to }, ...runs];
}

/** The complete nodes that a run is made of, largest first; a run begins where its largest node may begin. */
function nodesOf({ from, to }: Run): NodeId[] {
  const nodes: NodeId[] = [];
  for (let at = from; at < to; ) {
    const level = Math.floor(Math.log2(to - at));
    nodes.push({ level, position: at / 2 ** level });
    at += 2 ** level;
  }
  return nodes;
}

/** A proof that is still to be filled in: for each of its hashes the nodes that it is made of. */
export type ProofPlan = readonly (readonly NodeId[])[];

/** Throws RangeError unless 0 ≤ index < size. */
export function inclusionPlan(index: number, size: number): ProofPlan {
  assertSize(size, 1, 'the size');
  assertSize(index, 0, 'the index');
  if (index >= size) throw new RangeError('the entry is not in a log of this size');
  return inclusionRuns(index, size).map(nodesOf);
}

/** Throws RangeError unless 0 < older ≤ size. Nothing is needed between equal sizes. */
export function consistencyPlan(older: number, size: number): ProofPlan {
  assertSize(older, 1, 'the older size');
  assertSize(size, older, 'the size');
  return consistencyRuns(older, size).map(nodesOf);
}

/** The root of a log of `size` leaves as nodes; none for an empty log. */
export function rootPlan(size: number): readonly NodeId[] {
  return size === 0 ? [] : nodesOf({ from: 0, to: size });
}

/** Joins the complete nodes of one run, given largest first. Throws RangeError if there is none. */
export function joinNodes(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  const [last, ...rest] = nodes.toReversed();
  if (!last) throw new RangeError('a run of a log has at least one node');
  return rest.reduce((right, left) => nodeHash(hash, left, right), last);
}

/** The proof of a plan; `hashOf` gives the hash of a node and throws if it has none. */
export function fillPlan(hash: Hash, plan: ProofPlan, hashOf: (node: NodeId) => Uint8Array): Uint8Array[] {
  return plan.map(nodes => joinNodes(hash, nodes.map(hashOf)));
}

/**
 * Only the nodes of every fourth level are stored (1 for every 15 leaves); a node between them is made of at
 * most eight of the stored level below it.
 */
export const storedEvery = 4;

export function isStored({ level }: NodeId): boolean {
  return level % storedEvery === 0;
}

/** The stored nodes, leaves included (level 0), that a node is made of: `count` from `position` on. */
export function storedUnder({ level, position }: NodeId): NodeId & { readonly count: number } {
  const count = 2 ** (level % storedEvery);
  return { level: level - (level % storedEvery), position: position * count, count };
}

/** Joins a power of two of neighbouring nodes of one level. */
export function joinLevel(hash: Hash, nodes: readonly Uint8Array[]): Uint8Array {
  let level = nodes;
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let at = 0; at + 1 < level.length; at += 2)
      above.push(nodeHash(hash, level[at] as Uint8Array, level[at + 1] as Uint8Array));
    level = above;
  }
  const [only] = level;
  if (!only) throw new RangeError('there is no node to join');
  return only;
}
