import { randomUUID } from 'node:crypto';
import { sql, type Transaction } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import { statementsOf } from '../database/template.ts';
import type { CheckedItem, Taken } from '../intake/item.ts';
import { recordIrregularities } from './irregularity.ts';
import { appendStatements, type HeadRow, headIn, selectHead } from './log.ts';

/**
 * At most so many items in one commit: enough to share the flush, few enough that none waits long. An item's leaf lies
 * at most so far before its place in the queue.
 */
export const largestBatch = 200;

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
    const { head, madeBy } = await insertNew(database, tx, prisonId, items);
    const fresh = items.filter(checked => madeBy.get(checked.item.statement.id) === checked);
    await logAndCompare(database, tx, { prisonId, head, fresh });
    if (fresh.length === items.length) return fresh.map(({ receipt }) => ({ outcome: 'new', receipt }));
    return answerRepeats(tx, prisonId, items, madeBy);
  });
}

interface Arrival {
  readonly checked: CheckedItem;
  /** Its place among those that came with it. */
  readonly index: number;
}

/**
 * Prison and revocation come from the kiosk's row, read here and now: who was revoked a moment ago, by whichever
 * process, is marked. The log only grows, so its size orders the queue; no counter of its own is needed.
 */
const insertItems = statementsOf<Arrival>({
  build: (db, arrivals) => {
    const given = arrivals.map(arrival => {
      const [id, kiosk, sequence, index, ...texts] = valuesOf(arrival);
      const numbers = sql`cast(${sequence} as bigint), cast(${index} as bigint)`;
      return sql`(${id}, ${kiosk}, ${numbers}, ${sql.join(texts)})`;
    });
    const query = sql`
      insert into intake (id, prison_id, kiosk_id, sequence, arrival, hash, statement, signature, sealed,
        identity, code, receipt, received_at, state, reason, from_revoked)
      select given.column1, kiosk.prison_id, kiosk.id, given.column3, log_head.size + given.column4,
        given.column5, given.column6, given.column7, given.column8, given.column9, given.column10,
        given.column11, given.column12, 'sealed', null, case when kiosk.revoked_at is null then 0 else 1 end
      from (values ${sql.join(given)}) as given
      join kiosk on kiosk.id = given.column2
      join log_head on log_head.prison_id = kiosk.prison_id
      where true
      on conflict (id) do nothing returning id`;
    return { compile: () => query.compile(db) };
  },
  values: valuesOf,
});

function valuesOf({ checked, index }: Arrival): readonly unknown[] {
  const { item } = checked;
  return [
    item.statement.id,
    item.statement.kiosk,
    item.statement.sequence,
    index,
    checked.hash,
    checked.statement,
    item.signature,
    item.sealed,
    item.identity,
    checked.code,
    checked.receipt,
    checked.receivedAt,
  ];
}

/** Takes the head and inserts what is not there yet, by the unique key alone; answers which item made the row of an id. */
async function insertNew(
  database: Database,
  tx: Tx,
  prisonId: string,
  items: readonly CheckedItem[],
): Promise<{ head: HeadRow; madeBy: ReadonlyMap<string, CheckedItem> }> {
  const firstOf = new Map<string, CheckedItem>();
  for (const checked of items)
    if (!firstOf.has(checked.item.statement.id)) firstOf.set(checked.item.statement.id, checked);
  const arrivals = [...firstOf.values()].map((checked, index) => ({ checked, index }));
  const [head, ...made] = await database.batchAtHead(tx, prisonId, [
    selectHead(tx, prisonId).compile(),
    ...insertItems(tx, arrivals),
  ]);
  const ids = new Set(made.flatMap(result => result.rows.map(row => row.id)));
  return { head: headIn(head), madeBy: new Map([...firstOf].filter(([id]) => ids.has(id))) };
}

interface Logged {
  readonly prisonId: string;
  readonly head: HeadRow;
  readonly fresh: readonly CheckedItem[];
}

/** Writes the leaves of new items, and reports numbers that a kiosk has used before. */
async function logAndCompare(database: Database, tx: Tx, { prisonId, head, fresh }: Logged): Promise<void> {
  const [first] = fresh;
  if (!first) return;
  const entries = fresh.map(({ item, hash }) => ({
    kind: 'received',
    commitment: hash,
    kiosk: item.statement.kiosk,
    sequence: item.statement.sequence,
  }));
  const comparing = findDoubled(tx, fresh);
  const results = await database.batch(tx, [
    ...comparing,
    ...appendStatements(tx, prisonId, head, entries, first.receivedAt),
  ]);
  const found = results.slice(0, comparing.length).flatMap(({ rows }) => rows as readonly unknown[]);
  await reportDoubledSequences(tx, first, found as readonly Doubled[]);
}

interface Doubled {
  readonly kioskId: string;
  readonly sequence: number;
}

/** The numbers among these under which a kiosk has sent more than one item. */
const findDoubled = statementsOf<CheckedItem>({
  build: (db, items) => {
    const given = items.map(
      ({ item }) => sql`(${item.statement.kiosk}, cast(${item.statement.sequence} as bigint))`,
    );
    const query = sql<Doubled>`
      select intake.kiosk_id as "kioskId", intake.sequence as sequence
      from (values ${sql.join(given)}) as given
      join intake on intake.kiosk_id = given.column1 and intake.sequence = given.column2
      group by intake.kiosk_id, intake.sequence having count(*) > 1`;
    return { compile: () => query.compile(db) };
  },
  values: ({ item }) => [item.statement.kiosk, item.statement.sequence],
});

/** One number used for two items means a copied key (protection.md): taken in, and an alarm raised. */
async function reportDoubledSequences(
  tx: Tx,
  { prisonId, receivedAt }: CheckedItem,
  doubled: readonly Doubled[],
): Promise<void> {
  await recordIrregularities(
    tx,
    prisonId,
    receivedAt,
    doubled.map(({ kioskId, sequence }) => ({
      kind: 'sequence-doubled' as const,
      kioskId,
      once: `doubled:${kioskId}:${sequence}`,
      detail: { sequence },
    })),
  );
}

/** Answers items whose id was known before this batch or earlier in it. */
async function answerRepeats(
  tx: Tx,
  prisonId: string,
  items: readonly CheckedItem[],
  madeBy: ReadonlyMap<string, CheckedItem>,
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
    if (madeBy.get(row.id) === checked) taken.push({ outcome: 'new', receipt: row.receipt });
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
