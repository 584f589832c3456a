import type { Kysely } from 'kysely';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import { isStored } from '../../shared/log/proof.ts';
import { append, type Frontier, leafHash, type Node } from '../../shared/log/tree.ts';
import type { Schema } from '../database/schema.ts';
import { sha256 } from './log.ts';

type Db = Kysely<Schema>;

/** The first thing that is wrong with a log. */
export interface LogDamage {
  readonly what:
    | 'entry-missing'
    | 'entry-changed'
    | 'node-wrong'
    | 'head-wrong'
    | 'checkpoint-wrong'
    | 'checkpoint-not-signed'
    | 'checkpoint-beyond-log'
    | 'content-changed'
    | 'content-missing'
    | 'content-not-logged';
  /** The entry's place, counted from 0; of a checkpoint, its size. Null if it has none. */
  readonly position: number | null;
  /** Where to look: a table's row. */
  readonly where: string | null;
}

export class LogDamaged extends Error {
  readonly damage: LogDamage;
  constructor(what: LogDamage['what'], position: number | null, where: string | null = null) {
    super(`${what} at ${position ?? where}`);
    this.damage = { what, position, where };
  }
}

const entriesInPage = 500;

/**
 * Reads entries back from where `from` ends up to `size`, hashes each anew and grows the tree out of them.
 * `seen` is told of every entry and the frontier after it. Throws LogDamaged at the first that is not what was
 * stored for it.
 */
export async function rehash(
  db: Db,
  prisonId: string,
  from: Frontier,
  size: number,
  seen: (entry: string, frontier: Frontier) => void = () => undefined,
): Promise<Frontier> {
  let frontier = from;
  while (frontier.size < size) {
    const first = frontier.size;
    const rows = await db
      .selectFrom('log_entry')
      .select(['position', 'entry', 'leaf_hash'])
      .where('prison_id', '=', prisonId)
      .where('position', '>=', first)
      .where('position', '<', Math.min(size, first + entriesInPage))
      .orderBy('position')
      .execute();
    const nodes: Node[] = [];
    for (const row of rows) {
      if (row.position !== frontier.size) throw new LogDamaged('entry-missing', frontier.size);
      const leaf = leafHash(sha256, Buffer.from(row.entry));
      if (toBase64Url(leaf) !== row.leaf_hash) throw new LogDamaged('entry-changed', row.position);
      frontier = append(sha256, frontier, leaf, node => {
        if (isStored(node)) nodes.push(node);
      });
      seen(row.entry, frontier);
    }
    if (frontier.size < Math.min(size, first + entriesInPage))
      throw new LogDamaged('entry-missing', frontier.size);
    await assertNodes(db, prisonId, nodes);
  }
  return frontier;
}

/** Throws LogDamaged unless these nodes are stored as they come out of the entries. */
async function assertNodes(db: Db, prisonId: string, nodes: readonly Node[]): Promise<void> {
  for (const [level, wanted] of Map.groupBy(nodes, node => node.level)) {
    const rows = await db
      .selectFrom('log_node')
      .select(['position', 'hash'])
      .where('prison_id', '=', prisonId)
      .where('level', '=', level)
      .where('position', '>=', wanted[0]?.position ?? 0)
      .where('position', '<=', wanted.at(-1)?.position ?? 0)
      .execute();
    const stored = new Map(rows.map(row => [row.position, row.hash]));
    const wrong = wanted.find(({ position, hash }) => stored.get(position) !== toBase64Url(hash));
    if (wrong) throw new LogDamaged('node-wrong', wrong.position * 2 ** level, `level ${level}`);
  }
}
