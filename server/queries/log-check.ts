import { hash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { toBase64Url } from '../../shared/crypto/bytes.ts';
import type { LogEntry } from '../../shared/log/entry.ts';
import { emptyFrontier, rootOf } from '../../shared/log/tree.ts';
import type { Database } from '../database/database.ts';
import type { Schema } from '../database/schema.ts';
import type { Keys } from '../keys.ts';
import { assertGenuine, type CheckpointRow, holdDamaged } from './checkpoint.ts';
import { recordIrregularities } from './irregularity.ts';
import { selectHead, sha256, writeFrontier } from './log.ts';
import { contentsOf } from './log-contents.ts';
import { type LogDamage, LogDamaged, rehash } from './log-rehash.ts';
import { noteWholeCheck, readLogState } from './log-state.ts';

type Db = Kysely<Schema>;

const modulus = 1n << 256n;

/** The same texts give the same sum in whatever order they come: nothing of them has to be kept. */
class Sum {
  value = 0n;
  add(text: string): void {
    this.value = (this.value + BigInt(`0x${hash('sha256', text)}`)) % modulus;
  }
}

const named = (kind: string, commitment: string) => `${kind}/${commitment}`;

/** Every checkpoint ever signed that falls into this log, by its size. */
async function checkpointsOf(db: Db, prisonId: string): Promise<Map<number, CheckpointRow[]>> {
  const rows = await db.selectFrom('log_checkpoint').selectAll().where('prison_id', '=', prisonId).execute();
  return Map.groupBy(rows, row => row.size);
}

/** The tree, worked out anew from its entries, against its head and all that was signed in its present epoch. */
async function checkTree(
  db: Db,
  keys: Keys,
  prisonId: string,
  seen: (entry: LogEntry) => void,
): Promise<number> {
  const { epoch } = await readLogState(db, prisonId);
  const head = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  const checkpoints = await checkpointsOf(db, prisonId);
  for (const row of [...checkpoints.values()].flat()) {
    await assertGenuine(keys, row);
    if (row.epoch === epoch && row.size > head.size) throw new LogDamaged('checkpoint-beyond-log', row.size);
  }
  const grown = await rehash(db, prisonId, emptyFrontier, head.size, (entry, frontier) => {
    seen(JSON.parse(entry) as LogEntry);
    const here = checkpoints.get(frontier.size)?.filter(row => row.epoch === epoch) ?? [];
    if (here.length === 0) return;
    const root = toBase64Url(rootOf(sha256, frontier));
    if (here.some(row => row.root !== root)) throw new LogDamaged('checkpoint-wrong', frontier.size);
  });
  if (writeFrontier(grown) !== head.frontier) throw new LogDamaged('head-wrong', head.size);
  return head.size;
}

/**
 * The first content that the log does not know, or the first entry whose content is gone; null if it only looked
 * so while something was written. Contents are read before the log, so each of them must be in it by then, and
 * each entry that was there before must have its content.
 */
async function firstStray(db: Db, prisonId: string): Promise<LogDamage | null> {
  const before = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  const places = new Map<string, string>();
  for await (const { kind, commitment, where } of contentsOf(db, prisonId))
    places.set(named(kind, commitment), where);
  const now = await selectHead(db, prisonId).executeTakeFirstOrThrow();
  let missing: number | null = null;
  await rehash(db, prisonId, emptyFrontier, now.size, (entry, { size }) => {
    const { kind, commitment } = JSON.parse(entry) as LogEntry;
    if (!places.delete(named(kind, commitment)) && size <= before.size) missing ??= size - 1;
  });
  const [where] = places.values();
  if (where !== undefined) return { what: 'content-not-logged', position: null, where };
  return missing === null ? null : { what: 'content-missing', position: missing, where: null };
}

/**
 * Works a whole log out anew, once a night: every entry, node and checkpoint, and every content that an entry
 * commits to. What is wrong with the tree holds the log; what is wrong with a content is told, and the log, which
 * then tells the truth about it, goes on being signed. Answers the first thing wrong, null if nothing is.
 */
export async function checkWholeLog(
  { database, keys }: { readonly database: Database; readonly keys: Keys },
  prisonId: string,
  at: string,
): Promise<LogDamage | null> {
  const { read } = database;
  const logged = new Sum();
  const kept = new Sum();
  try {
    const size = await checkTree(read, keys, prisonId, ({ kind, commitment }) =>
      logged.add(named(kind, commitment)),
    );
    for await (const { kind, commitment } of contentsOf(read, prisonId)) kept.add(named(kind, commitment));
    const stray = logged.value === kept.value ? null : await firstStray(read, prisonId);
    if (stray) await tellOfContent(database, prisonId, stray, at);
    await database.transaction(async tx => {
      await database.lockHead(tx, prisonId);
      await noteWholeCheck(tx, prisonId, at, size);
    });
    return stray;
  } catch (error) {
    if (!(error instanceof LogDamaged)) throw error;
    if (error.damage.what.startsWith('content')) await tellOfContent(database, prisonId, error.damage, at);
    else await holdDamaged(database, prisonId, error, at);
    return error.damage;
  }
}

async function tellOfContent(
  database: Database,
  prisonId: string,
  damage: LogDamage,
  at: string,
): Promise<void> {
  await recordIrregularities(database.write, prisonId, at, [
    {
      kind: 'log-content',
      kioskId: null,
      once: `log:${prisonId}:content:${JSON.stringify(damage)}`,
      detail: { ...damage },
    },
  ]);
}
