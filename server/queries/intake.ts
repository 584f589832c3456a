import { randomUUID } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { IntakeTable, Schema } from '../database/schema.ts';
import type { CheckedItem, Taken } from '../intake/queue.ts';
import { recordIrregularities } from './irregularity.ts';
import { appendToLog, logSize } from './log.ts';

type Tx = Transaction<Schema>;

/**
 * Commits a batch of checked items of one prison: rows, log leaves and conflicts in one transaction.
 * The same id and bytes get the receipt that was given first; other bytes under a known id are kept beside it.
 */
export async function takeBatch(
  database: Database,
  prisonId: string,
  items: readonly CheckedItem[],
): Promise<Taken[]> {
  return database.transaction(async tx => {
    await database.lockHead(tx, prisonId);
    const inserted = await insertNew(tx, prisonId, items);
    const fresh = items.filter(checked => inserted.get(checked.item.statement.id) === checked);
    await appendToLog(
      tx,
      prisonId,
      fresh.map(({ item, hash }) => ({
        kind: 'received',
        commitment: hash,
        kiosk: item.statement.kiosk,
        sequence: item.statement.sequence,
      })),
      items[0]?.receivedAt ?? '',
    );
    await reportDoubledSequences(tx, prisonId, fresh);
    if (fresh.length === items.length)
      return fresh.map(({ receipt }) => ({ outcome: 'new', receipt: JSON.stringify(receipt) }));
    return answerRepeats(tx, prisonId, items, inserted);
  });
}

/** Inserts what is not there yet, by the unique key alone; answers which item made the row of an id. */
async function insertNew(
  tx: Tx,
  prisonId: string,
  items: readonly CheckedItem[],
): Promise<Map<string, CheckedItem>> {
  const firstOf = new Map<string, CheckedItem>();
  for (const checked of items)
    if (!firstOf.has(checked.item.statement.id)) firstOf.set(checked.item.statement.id, checked);
  // The log only grows, so its size orders the queue; no counter of its own is needed.
  const arrival = await logSize(tx, prisonId);
  const rows = [...firstOf.values()].map((checked, index) => rowOf(prisonId, checked, arrival + index));
  const made = await tx
    .insertInto('intake')
    .values(rows)
    .onConflict(conflict => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  const ids = new Set(made.map(row => row.id));
  return new Map([...firstOf].filter(([id]) => ids.has(id)));
}

function rowOf(prisonId: string, checked: CheckedItem, arrival: number): IntakeTable {
  const { item } = checked;
  return {
    id: item.statement.id,
    prison_id: prisonId,
    kiosk_id: item.statement.kiosk,
    sequence: item.statement.sequence,
    arrival,
    hash: checked.hash,
    statement: JSON.stringify(item.statement),
    signature: item.signature,
    sealed: item.sealed,
    identity: item.identity,
    code: checked.code,
    receipt: JSON.stringify(checked.receipt),
    received_at: checked.receivedAt,
    state: 'sealed',
    reason: null,
    from_revoked: checked.fromRevoked ? 1 : 0,
  };
}

/** Answers items whose id was known before this batch or earlier in it. */
async function answerRepeats(
  tx: Tx,
  prisonId: string,
  items: readonly CheckedItem[],
  inserted: ReadonlyMap<string, CheckedItem>,
): Promise<Taken[]> {
  const ids = [...new Set(items.map(checked => checked.item.statement.id))];
  const stored = await tx
    .selectFrom('intake')
    .select(['id', 'hash', 'receipt'])
    .where('id', 'in', ids)
    .execute();
  const rowOfId = new Map(stored.map(row => [row.id, row]));
  const taken: Taken[] = [];
  for (const checked of items) {
    const row = rowOfId.get(checked.item.statement.id);
    if (!row) throw new Error('an item was neither inserted nor found');
    if (inserted.get(row.id) === checked) taken.push({ outcome: 'new', receipt: row.receipt });
    else if (row.hash === checked.hash) taken.push({ outcome: 'same', receipt: row.receipt });
    else taken.push(await keepConflict(tx, prisonId, checked));
  }
  return taken;
}

async function keepConflict(tx: Tx, prisonId: string, checked: CheckedItem): Promise<Taken> {
  const { statement } = checked.item;
  await tx
    .insertInto('intake_conflict')
    .values({
      id: randomUUID(),
      intake_id: statement.id,
      hash: checked.hash,
      item: JSON.stringify(checked.item),
      kiosk_id: statement.kiosk,
      received_at: checked.receivedAt,
    })
    .onConflict(conflict => conflict.columns(['intake_id', 'hash']).doNothing())
    .execute();
  await recordIrregularities(tx, prisonId, checked.receivedAt, [
    {
      kind: 'id-conflict',
      kioskId: statement.kiosk,
      once: `conflict:${statement.id}:${checked.hash}`,
      detail: { sequence: statement.sequence, hash: checked.hash },
    },
  ]);
  return { outcome: 'conflict' };
}

/** One number used for two items means a copied key (protection.md): taken in, and an alarm raised. */
async function reportDoubledSequences(
  tx: Tx,
  prisonId: string,
  fresh: readonly CheckedItem[],
): Promise<void> {
  const kiosks = [...new Set(fresh.map(checked => checked.item.statement.kiosk))];
  const numbers = [...new Set(fresh.map(checked => checked.item.statement.sequence))];
  if (kiosks.length === 0) return;
  const doubled = await tx
    .selectFrom('intake')
    .select(['kiosk_id', 'sequence'])
    .where('kiosk_id', 'in', kiosks)
    .where('sequence', 'in', numbers)
    .groupBy(['kiosk_id', 'sequence'])
    .having(eb => eb.fn.countAll(), '>', 1)
    .execute();
  await recordIrregularities(
    tx,
    prisonId,
    fresh[0]?.receivedAt ?? '',
    doubled.map(row => ({
      kind: 'sequence-doubled' as const,
      kioskId: row.kiosk_id,
      once: `doubled:${row.kiosk_id}:${row.sequence}`,
      detail: { sequence: row.sequence },
    })),
  );
}
