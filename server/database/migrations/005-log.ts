import { hash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import { fromBase64Url, toBase64Url } from '../../../shared/crypto/bytes.ts';
import { isStored } from '../../../shared/log/proof.ts';
import { append, emptyFrontier, type Hash } from '../../../shared/log/tree.ts';
import type { Engine } from '../engine.ts';
import type { Schema } from '../schema.ts';
import type { LogNodeTable } from '../tables/log.ts';
import { guardFromChange } from './guards.ts';

const tables = [
  // The nodes of every fourth level, so that a proof reads a few rows; leaves are the entries themselves.
  `create table log_node (
    prison_id text not null references prison (id), level bigint not null, position bigint not null,
    hash text not null, primary key (prison_id, level, position))`,
  `create table log_checkpoint (
    prison_id text not null references prison (id), epoch bigint not null, size bigint not null, root text not null,
    frontier text not null, note text not null, signed_at text not null, primary key (prison_id, epoch, size))`,
  `create table log_cosignature (
    prison_id text not null references prison (id), epoch bigint not null, size bigint not null,
    kiosk_id text not null references kiosk (id), line text not null, received_at text not null,
    primary key (prison_id, epoch, size, kiosk_id))`,
  'create index log_cosignature_of on log_cosignature (kiosk_id, epoch, size)',
  // A head that this log signed once and does not hold any more, as a witness kept it.
  `create table log_evidence (
    id text primary key, prison_id text not null references prison (id), kiosk_id text not null references kiosk (id),
    fault text not null, note text not null, found_at text not null, unique (prison_id, note))`,
  // What may change: whether the log is signed now, when it was looked through, what each witness last said.
  `create table log_state (
    prison_id text primary key references prison (id), epoch bigint not null, hold text, detail text not null,
    held_at text, checked_at text, checked_size bigint)`,
  `create table log_witness (
    kiosk_id text primary key references kiosk (id), prison_id text not null references prison (id),
    epoch bigint not null, size bigint not null, reported_at text not null)`,
];

const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');
const entriesInPage = 500;
const nodesInStatement = 50;

/** Works out the nodes of a log that was begun before nodes were stored. */
async function fillNodes(db: Kysely<Schema>, prisonId: string): Promise<void> {
  let frontier = emptyFrontier;
  let nodes: LogNodeTable[] = [];
  for (;;) {
    const entries = await db
      .selectFrom('log_entry')
      .select(['position', 'leaf_hash'])
      .where('prison_id', '=', prisonId)
      .where('position', '>=', frontier.size)
      .orderBy('position')
      .limit(entriesInPage)
      .execute();
    for (const { position, leaf_hash: leaf } of entries) {
      if (position !== frontier.size) throw new Error(`entry ${frontier.size} of the log is missing`);
      frontier = append(sha256, frontier, fromBase64Url(leaf), node => {
        if (!isStored(node)) return;
        nodes.push({ ...node, prison_id: prisonId, hash: toBase64Url(node.hash) });
      });
    }
    const all = entries.length < entriesInPage;
    while (nodes.length >= nodesInStatement || (all && nodes.length > 0)) {
      await db.insertInto('log_node').values(nodes.slice(0, nodesInStatement)).execute();
      nodes = nodes.slice(nodesInStatement);
    }
    if (all) return;
  }
}

/** The log's stored nodes, its signed checkpoints, and what witnesses said of it. */
export const log = {
  name: '005-log',
  async up(db: Kysely<Schema>, engine: Engine): Promise<void> {
    for (const table of tables) await sql.raw(table).execute(db);
    for (const { prison_id } of await db.selectFrom('log_head').select('prison_id').execute())
      await fillNodes(db, prison_id);
    await guardFromChange(db, engine, {
      log_node: [],
      log_checkpoint: [],
      log_cosignature: [],
      log_evidence: [],
    });
  },
};
