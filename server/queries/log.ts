import { createHash, randomBytes } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Json } from '../../shared/canonical.ts';
import { fromBase64Url, toBase64Url } from '../../shared/crypto/bytes.ts';
import { commitmentInput, entryBytes, type LogEntry } from '../../shared/log/entry.ts';
import { append, type Frontier, type Hash, leafHash } from '../../shared/log/tree.ts';
import type { Schema } from '../database/schema.ts';

type Tx = Transaction<Schema>;

export const sha256: Hash = bytes => createHash('sha256').update(bytes).digest();

/** A fresh salt, base64url; it is stored with the content that it hides. */
export function makeSalt(): string {
  return randomBytes(16).toString('base64url');
}

/** The salted hash by which the log knows a content. */
export function commitmentOf(salt: string, content: Json): string {
  return toBase64Url(sha256(commitmentInput(fromBase64Url(salt), content)));
}

async function headOf(tx: Tx, prisonId: string): Promise<Frontier> {
  const head = await tx
    .selectFrom('log_head')
    .selectAll()
    .where('prison_id', '=', prisonId)
    .executeTakeFirstOrThrow();
  return { size: head.size, roots: (JSON.parse(head.frontier) as string[]).map(fromBase64Url) };
}

/** How many entries a prison's log has. */
export async function logSize(tx: Tx, prisonId: string): Promise<number> {
  return (await headOf(tx, prisonId)).size;
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
  const start = await headOf(tx, prisonId);
  if (entries.length === 0) return start.size;
  let frontier = start;
  const rows = entries.map(entry => {
    const bytes = entryBytes(entry);
    const leaf = leafHash(sha256, bytes);
    const position = frontier.size;
    frontier = append(sha256, frontier, leaf);
    return {
      prison_id: prisonId,
      position,
      entry: Buffer.from(bytes).toString('utf8'),
      leaf_hash: toBase64Url(leaf),
      at,
    };
  });
  for (let from = 0; from < rows.length; from += 500)
    await tx
      .insertInto('log_entry')
      .values(rows.slice(from, from + 500))
      .execute();
  await tx
    .updateTable('log_head')
    .set({ size: frontier.size, frontier: JSON.stringify(frontier.roots.map(root => toBase64Url(root))) })
    .where('prison_id', '=', prisonId)
    .execute();
  return start.size;
}

/** Makes the empty log of a new prison. */
export async function startLog(tx: Tx, prisonId: string): Promise<void> {
  await tx.insertInto('log_head').values({ prison_id: prisonId, size: 0, frontier: '[]' }).execute();
}
