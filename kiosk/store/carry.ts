import { sha256, toBase64Url, utf8 } from '../../shared/crypto/bytes.ts';
import { padded, readSealingKey, seal } from '../../shared/crypto/seal.ts';
import {
  carryBlock,
  carryBytes,
  carryContext,
  carryFormat,
  countOf,
  runsOf,
} from '../../shared/kiosk/carry.ts';
import type { CarryContent, CarryFile, ExportRecord } from '../../shared/kiosk/carry-schema.ts';
import { sign } from '../crypto/kiosk.ts';
import { bestTime } from '../sync/clock.ts';
import { inOutbox, inPublic } from './databases.ts';
import { checkDevicePin, type PinRefusal } from './device-pin.ts';
import { pinnedKeys } from './kiosk.ts';
import { waitingBatches } from './letter-batch.ts';
import type { KeptBatch } from './letter-database.ts';
import type { KioskKeys, OutboxItem } from './outbox-database.ts';
import type { StoreTrouble } from './phase.ts';
import { readKept, writeKept } from './public-database.ts';
import { StoreUnusable } from './store-trouble.ts';

/** One export as this kiosk remembers it. */
export interface KeptExport extends ExportRecord {
  /** The server has acknowledged that it knows of it. */
  readonly reported: boolean;
}

/** The queue as one text, to be saved under this name. */
export interface ExportedQueue {
  readonly name: string;
  readonly text: string;
  readonly count: number;
  /** Nights of sealed letters in it. */
  readonly nights: number;
}

export type ExportResult =
  | ({ readonly ok: true } & ExportedQueue)
  | PinRefusal
  | { readonly ok: false; readonly problem: 'not-enrolled' | 'nothing-waits' | 'unexpected' | StoreTrouble };

/** What the set-up screen says of the last export. */
export interface LastExport {
  readonly madeAt: string;
  readonly count: number;
  /** How many of its items have no receipt here yet. */
  readonly left: number;
}

/** So many are remembered here and told on every stick. */
const remembered = 50;
/** More runs than a kiosk ever has: what waits is nearly always one. */
const runsListed = 200;

async function withoutReceipt(): Promise<OutboxItem[]> {
  const items = await inOutbox(outbox => outbox.items.filter(item => item.state !== 'received').toArray());
  return items.sort((a, b) => a.sequence - b.sequence);
}

async function keptExports(): Promise<readonly KeptExport[]> {
  return (await inPublic(database => readKept(database, 'exports'))) ?? [];
}

function changeExports(change: (exports: readonly KeptExport[]) => readonly KeptExport[]): Promise<void> {
  return inPublic(database =>
    database.transaction('rw', database.kept, async () => {
      const exports = change((await readKept(database, 'exports')) ?? []);
      await writeKept(database, 'exports', exports.slice(-remembered));
    }),
  );
}

function recordOf(id: string, madeAt: string, items: readonly OutboxItem[]): ExportRecord {
  const byKiosk = Map.groupBy(items, item => item.kiosk);
  return {
    id,
    madeAt,
    items: [...byKiosk].map(([kiosk, of]) => ({
      kiosk,
      runs: runsOf(of.map(item => item.sequence)).slice(0, runsListed),
    })),
  };
}

/** Letters that every file system takes. */
function fileName(keys: KioskKeys, madeAt: string, id: string): string {
  const kiosk = keys.name.replace(/[^A-Za-z0-9-]+/g, '-').slice(0, 40) || 'kiosk';
  return `sauti-${kiosk}-${madeAt.slice(0, 10)}-${id.slice(0, 8)}.sauti`;
}

async function write(
  keys: KioskKeys,
  items: readonly OutboxItem[],
  nights: readonly KeptBatch[],
): Promise<ExportedQueue> {
  const id = crypto.randomUUID();
  const madeAt = new Date(bestTime()).toISOString();
  const record = recordOf(id, madeAt, items);
  // Written down before the text exists: an export that nobody knows of would be missed by nobody.
  await changeExports(exports => [...exports, { ...record, reported: false }]);
  const exports = (await keptExports()).map(({ reported: _, ...told }) => told);
  const content: CarryContent = {
    version: 1,
    export: id,
    items: items.map(item => item.body),
    exports,
    ...(nights.length === 0 ? {} : { trays: nights.map(({ body }) => body) }),
  };
  const key = await readSealingKey(keys.sealing.id, keys.sealing.publicKey);
  const plain = padded(JSON.stringify(content), carryBlock);
  const sealed = await seal(key, 'carry', carryContext(keys.kiosk, id), plain);
  const named = { kiosk: keys.kiosk, export: id, madeAt, digest: toBase64Url(await sha256(utf8(sealed))) };
  // Revocation wiped the key. The items inside still carry the signatures that they were made with.
  const signature = keys.signing ? await sign(keys.signing, carryBytes(named)) : null;
  const file: CarryFile = { format: carryFormat, ...named, signature, sealed };
  return {
    name: fileName(keys, madeAt, id),
    text: JSON.stringify(file),
    count: items.length,
    nights: nights.length,
  };
}

/**
 * Everything without a receipt, as one sealed and signed text for a stick. Nothing is deleted or changed by it:
 * the items go on waiting, and are sent when the server is back. Needs the device PIN. Never throws.
 */
export async function exportQueue(pin: string): Promise<ExportResult> {
  try {
    const refused = await checkDevicePin(pin);
    if (refused) return refused;
    // A revoked kiosk has lost its secret keys, and hands out what it holds all the same.
    const keys = await pinnedKeys();
    if (!keys) return { ok: false, problem: 'not-enrolled' };
    const items = await withoutReceipt();
    const nights = await waitingBatches();
    if (items.length === 0 && nights.length === 0) return { ok: false, problem: 'nothing-waits' };
    return { ok: true, ...(await write(keys, items, nights)) };
  } catch (error) {
    return { ok: false, problem: error instanceof StoreUnusable ? error.trouble : 'unexpected' };
  }
}

/** The last export, and how many of its items still have no receipt here; null if there was none. */
export async function lastExport(): Promise<LastExport | null> {
  const last = (await keptExports()).at(-1);
  if (!last) return null;
  const waiting = await withoutReceipt();
  const holds = ({ kiosk, sequence }: OutboxItem) =>
    last.items.some(
      of => of.kiosk === kiosk && of.runs.some(([from, to]) => from <= sequence && sequence <= to),
    );
  return { madeAt: last.madeAt, count: countOf(last.items), left: waiting.filter(holds).length };
}

/** Exports that the server does not know of yet, the oldest few. */
export async function unreportedExports(): Promise<ExportRecord[]> {
  const exports = (await keptExports()).filter(({ reported }) => !reported).slice(0, 5);
  return exports.map(({ reported: _, ...told }) => told);
}

/** The server has written these down. */
export async function noteReported(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await changeExports(exports =>
    exports.map(one => (ids.includes(one.id) ? { ...one, reported: true } : one)),
  );
}
