import type { Kysely } from 'kysely';
import { fromBase64Url } from '../../shared/crypto/bytes.ts';
import {
  consistencyPlan,
  fillPlan,
  inclusionPlan,
  joinLevel,
  joinNodes,
  type ProofPlan,
  rootPlan,
  storedUnder,
} from '../../shared/log/proof.ts';
import type { NodeId } from '../../shared/log/tree.ts';
import type { Schema } from '../database/schema.ts';
import { sha256 } from './log.ts';

type Db = Kysely<Schema>;

/** A stored node that a proof needs is not there: the log was tampered with, or is shorter than was said. */
export class NodeMissing extends Error {
  readonly node: NodeId;
  constructor(node: NodeId) {
    super(`node ${node.position} of level ${node.level} of the log is missing`);
    this.node = node;
  }
}

/** Reads some nodes of one stored level; level 0 are the entries' own hashes. */
function readLevel(db: Db, prisonId: string, level: number, positions: readonly number[]) {
  if (level === 0)
    return db
      .selectFrom('log_entry')
      .select(['position', 'leaf_hash as hash'])
      .where('prison_id', '=', prisonId)
      .where('position', 'in', positions)
      .execute();
  return db
    .selectFrom('log_node')
    .select(['position', 'hash'])
    .where('prison_id', '=', prisonId)
    .where('level', '=', level)
    .where('position', 'in', positions)
    .execute();
}

/** The hashes of nodes, from one read of a few rows for every four levels of the tree. */
async function readNodes(
  db: Db,
  prisonId: string,
  nodes: readonly NodeId[],
): Promise<(node: NodeId) => Uint8Array> {
  const wanted = new Map<number, Set<number>>();
  for (const node of nodes) {
    const { level, position, count } = storedUnder(node);
    const positions = wanted.get(level) ?? new Set();
    for (let at = 0; at < count; at += 1) positions.add(position + at);
    wanted.set(level, positions);
  }
  const levels = await Promise.all(
    [...wanted].map(async ([level, positions]) => {
      const rows = await readLevel(db, prisonId, level, [...positions]);
      return [level, new Map(rows.map(row => [row.position, fromBase64Url(row.hash)]))] as const;
    }),
  );
  const found = new Map(levels);
  return node => {
    const { level, position, count } = storedUnder(node);
    const under = Array.from({ length: count }, (_, at) => {
      const hash = found.get(level)?.get(position + at);
      if (!hash) throw new NodeMissing({ level, position: position + at });
      return hash;
    });
    return joinLevel(sha256, under);
  };
}

async function fill(db: Db, prisonId: string, plan: ProofPlan): Promise<Uint8Array[]> {
  return fillPlan(sha256, plan, await readNodes(db, prisonId, plan.flat()));
}

/** Why the entry at `index` is in the log of `size`. Throws RangeError or NodeMissing. */
export function proveInclusion(db: Db, prisonId: string, index: number, size: number): Promise<Uint8Array[]> {
  return fill(db, prisonId, inclusionPlan(index, size));
}

/** Why the log of `size` begins with the one of `older`. Throws RangeError or NodeMissing. */
export function proveConsistency(
  db: Db,
  prisonId: string,
  older: number,
  size: number,
): Promise<Uint8Array[]> {
  return fill(db, prisonId, consistencyPlan(older, size));
}

/** The root of the log as it stood at `size`. Throws NodeMissing. */
export async function rootAt(db: Db, prisonId: string, size: number): Promise<Uint8Array> {
  const nodes = rootPlan(size);
  if (nodes.length === 0) return sha256(new Uint8Array(0));
  const hashOf = await readNodes(db, prisonId, nodes);
  return joinNodes(sha256, nodes.map(hashOf));
}
