import { hash, randomBytes } from 'node:crypto';
import type { Kysely, Transaction } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { fromBase64Url, toBase64Url } from '../../shared/crypto/bytes.ts';
import { commitmentInput, entryBytes, type LogEntry } from '../../shared/log/entry.ts';
import { isStored } from '../../shared/log/proof.ts';
import { append, type Frontier, type Hash, leafHash } from '../../shared/log/tree.ts';
import { runBatch } from '../database/batch.ts';
import type { Schema } from '../database/schema.ts';
import type { Statement, StatementResult } from '../database/statement.ts';
import type { LogEntryTable, LogHeadTable, LogNodeTable } from '../database/tables/log.ts';
import { statementsOf } from '../database/template.ts';

type Tx = Transaction<Schema>;

export const sha256: Hash = bytes => hash('sha256', bytes, 'buffer');

/** A fresh salt, base64url; it is stored with the content that it hides. */
export function makeSalt(): string {
  return randomBytes(16).toString('base64url');
}

/** The salted hash by which the log knows a content. */
export function commitmentOf(salt: string, content: Json): string {
  return toBase64Url(sha256(commitmentInput(fromBase64Url(salt), content)));
}

/** The head of a log as its row holds it. */
export type HeadRow = Pick<LogHeadTable, 'size' | 'frontier'>;

/** Selects the head of a prison's log, for a batch whose transaction holds it. */
export function selectHead(db: Kysely<Schema>, prisonId: string) {
  return db.selectFrom('log_head').select(['size', 'frontier']).where('prison_id', '=', prisonId);
}

/** The head among a batch's results. Throws if the prison has no log. */
export function headIn(result: StatementResult | undefined): HeadRow {
  const [row] = (result?.rows ?? []) as readonly unknown[] as readonly HeadRow[];
  if (!row) throw new Error('the prison has no log');
  return row;
}

const insertEntries = statementsOf<LogEntryTable>({
  build: (db, rows) => db.insertInto('log_entry').values(rows),
  values: row => [row.prison_id, row.position, row.entry, row.leaf_hash, row.at],
});

const insertNodes = statementsOf<LogNodeTable>({
  build: (db, rows) => db.insertInto('log_node').values(rows),
  values: row => [row.prison_id, row.level, row.position, row.hash],
});

/** A frontier as its row holds it, and back. */
export function readFrontier({ size, frontier }: HeadRow): Frontier {
  return { size, roots: (JSON.parse(frontier) as string[]).map(fromBase64Url) };
}

export function writeFrontier({ roots }: Frontier): string {
  return JSON.stringify(roots.map(root => toBase64Url(root)));
}

/**
 * The statements that append entries to a log whose head is known, in order. The caller holds that head
 * (`database.lockHead`) and has read it in the same transaction.
 */
export function appendStatements(
  tx: Tx,
  prisonId: string,
  head: HeadRow,
  entries: readonly LogEntry[],
  at: string,
): Statement[] {
  if (entries.length === 0) return [];
  let frontier = readFrontier(head);
  const nodes: LogNodeTable[] = [];
  const rows = entries.map(entry => {
    const bytes = entryBytes(entry);
    const leaf = leafHash(sha256, bytes);
    const position = frontier.size;
    frontier = append(sha256, frontier, leaf, node => {
      if (!isStored(node)) return;
      nodes.push({
        prison_id: prisonId,
        level: node.level,
        position: node.position,
        hash: toBase64Url(node.hash),
      });
    });
    return {
      prison_id: prisonId,
      position,
      entry: Buffer.from(bytes).toString('utf8'),
      leaf_hash: toBase64Url(leaf),
      at,
    };
  });
  const moved = tx
    .updateTable('log_head')
    .set({ size: frontier.size, frontier: writeFrontier(frontier) })
    .where('prison_id', '=', prisonId)
    .compile();
  return [...insertEntries(tx, rows), ...insertNodes(tx, nodes), moved];
}

/**
 * Appends entries to a prison's log, in order, in the transaction of what they record.
 * The caller holds the head (`database.lockHead`). Answers the position of the first one.
 */
export async function appendToLog(
  tx: Tx,
  prisonId: string,
  entries: readonly LogEntry[],
  at: string,
): Promise<number> {
  const head = await selectHead(tx, prisonId).executeTakeFirstOrThrow();
  await runBatch(tx, appendStatements(tx, prisonId, head, entries, at));
  return head.size;
}

/** Makes the empty log of a new prison. */
export async function startLog(tx: Tx, prisonId: string): Promise<void> {
  await tx.insertInto('log_head').values({ prison_id: prisonId, size: 0, frontier: '[]' }).execute();
}
