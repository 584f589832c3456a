import type { ProblemName } from '../../shared/problems.ts';
import type { Receipt } from '../../shared/submission/schema.ts';
import { inOutbox } from '../store/databases.ts';
import { everyPartOf, type KioskKeys, type OutboxItem } from '../store/outbox-database.ts';
import { dropCopy } from '../store/second-copy.ts';
import { retryDelay } from './back-off.ts';
import { isWorthAnotherTry } from './verdict.ts';

const dayMs = 24 * 60 * 60_000;
const keptDays = 30;
/** No wait is longer than this; one that looks longer was written by a clock that has since been set back. */
const longestWaitMs = 2 * 60 * 60_000;

const everyNumber = [0, Number.MAX_SAFE_INTEGER] as const;

function inState(state: OutboxItem['state']) {
  return inOutbox(outbox =>
    outbox.items
      .where('[state+sequence]')
      .between([state, everyNumber[0]], [state, everyNumber[1]], true, true)
      .toArray(),
  );
}

/** Whether something that is tried again and again may be tried now. */
export function isDue(item: { readonly nextTry: number; readonly state: string }, wall: number): boolean {
  const longest = item.state === 'quarantined' ? dayMs : longestWaitMs;
  return item.nextTry <= wall || item.nextTry > wall + longest;
}

/**
 * What may be tried now, oldest first; `all` forgets the waits, after a start or when the server is back.
 * What the server refused comes last and once a day: a newer server may take it.
 */
export async function dueItems(all: boolean): Promise<OutboxItem[]> {
  const wall = Date.now();
  const waiting = await inState('waiting');
  const refused = (await inState('quarantined')).filter(item => isWorthAnotherTry(item.refusal));
  return [...waiting.filter(item => all || isDue(item, wall)), ...refused.filter(item => isDue(item, wall))];
}

/** Milliseconds until the next waiting item may be tried; null if none waits. */
export async function untilNextTry(): Promise<number | null> {
  const wall = Date.now();
  const waits = (await inState('waiting')).map(item => (isDue(item, wall) ? 0 : item.nextTry - wall));
  return waits.length === 0 ? null : Math.min(...waits);
}

/** The server's key that checks the receipt of an item: the one that its enrolment pinned. */
export async function receiptsKeyOf(
  item: Pick<OutboxItem, 'kiosk' | 'receiptsKey'>,
): Promise<KioskKeys['receipts'] | undefined> {
  const keys = await inOutbox(outbox => outbox.keys.where('kiosk').equals(item.kiosk).first());
  return keys?.receipts ?? item.receiptsKey;
}

function updateItem(id: string, change: (item: OutboxItem) => Partial<OutboxItem>): Promise<void> {
  return inOutbox(outbox =>
    outbox.transaction('rw', outbox.items, async () => {
      const item = await outbox.items.get(id);
      if (item) await outbox.items.update(id, change(item));
    }),
  );
}

/** The server has it: its receipt is kept with the item, and an earlier one too. */
export async function markReceived(id: string, receipt: Receipt): Promise<void> {
  await updateItem(id, item => ({
    state: 'received',
    attempts: item.attempts + 1,
    receipt: JSON.stringify(receipt),
    receivedAt: receipt.receivedAt,
    ...(item.receipt === undefined ? {} : { formerReceipts: [...(item.formerReceipts ?? []), item.receipt] }),
  }));
  dropCopy(id);
}

/** So many proofs are asked for at once. */
const provenAtOnce = 20;

/** The newest items that the server has and no proof is held of. */
export async function unprovenItems(kiosk: string): Promise<OutboxItem[]> {
  const received = await inState('received');
  return received.filter(item => item.kiosk === kiosk && item.proof === undefined).slice(-provenAtOnce);
}

/** A log that this kiosk saw holds it: the proof is kept with the item. */
export function markProven(id: string, proof: string): Promise<void> {
  return updateItem(id, () => ({ proof }));
}

export function markRefused(id: string, problem: ProblemName): Promise<void> {
  return updateItem(id, item => ({
    state: 'quarantined',
    attempts: item.attempts + 1,
    nextTry: Date.now() + dayMs,
    refusal: problem,
  }));
}

export function markTried(id: string, retryAfter: number | null): Promise<void> {
  return updateItem(id, item => {
    const attempts = item.attempts + 1;
    const wait = item.state === 'quarantined' ? dayMs : retryDelay(attempts, retryAfter);
    return { attempts, nextTry: Date.now() + wait };
  });
}

/** The highest number of this kiosk for which a receipt is held. */
export async function highestReceived(kiosk: string): Promise<number> {
  const received = await inState('received');
  return Math.max(0, ...received.filter(item => item.kiosk === kiosk).map(item => item.sequence));
}

/**
 * Sends again what the server has lost though it gave a receipt: it was restored from an older back-up.
 * `upTo` is the highest receipt held before the server was asked, so that what arrived meanwhile is left alone.
 * Gives back how many.
 */
export function sendAgain(
  kiosk: string,
  received: number,
  missing: readonly number[],
  upTo: number,
): Promise<number> {
  const lost = (sequence: number) => sequence <= upTo && (sequence > received || missing.includes(sequence));
  return inOutbox(outbox =>
    outbox.transaction('rw', outbox.items, outbox.recordings, async () => {
      const gone = outbox.items
        .where('[state+sequence]')
        .between(['received', everyNumber[0]], ['received', everyNumber[1]], true, true)
        .and(item => item.kiosk === kiosk && lost(item.sequence));
      const ids = await gone.primaryKeys();
      await outbox.recordings.where('item').anyOf(ids).modify({ state: 'waiting', sent: 0, nextTry: 0 });
      return gone.modify({ state: 'waiting', nextTry: 0, attempts: 0 });
    }),
  );
}

/**
 * Lets go what the server has held for thirty days by its own clock, and counts it. This is the only place where an item is deleted. `has` says whether the server still has one.
 */
export async function letGo(serverTime: number, has: (item: OutboxItem) => boolean): Promise<void> {
  const held = (item: OutboxItem) => serverTime - Date.parse(item.receivedAt ?? '') >= keptDays * dayMs;
  const old = (await inState('received')).filter(item => held(item) && has(item));
  for (const [kiosk, items] of Map.groupBy(old, item => item.kiosk)) {
    await inOutbox(outbox =>
      outbox.transaction('rw', outbox.items, outbox.counters, outbox.recordings, outbox.parts, async () => {
        const counter = (await outbox.counters.get(kiosk)) ?? { kiosk, sequence: 0, letGo: 0 };
        const ids = items.map(item => item.id);
        const spoken = outbox.recordings.where('item').anyOf(ids);
        for (const id of await spoken.primaryKeys()) await everyPartOf(outbox, id).delete();
        await spoken.delete();
        await outbox.items.bulkDelete(ids);
        await outbox.counters.put({ ...counter, letGo: counter.letGo + items.length });
      }),
    );
  }
}
