import { setTimeout } from 'node:timers/promises';
import type { SealedItem } from '../../shared/submission/schema.ts';
import type { Database } from '../database/database.ts';
import { takeBatch } from '../queries/intake.ts';

/** A checked item, ready to be committed: signature right, digests right, receipt already signed. */
export interface CheckedItem {
  readonly item: SealedItem;
  /** The signed statement, as it is kept. */
  readonly statement: string;
  readonly hash: string;
  readonly prisonId: string;
  readonly code: string;
  readonly receivedAt: string;
  /** As it is kept and answered, word for word. */
  readonly receipt: string;
}

/** What became of an item: a new one, the same again (with its first receipt), or other bytes under its id. */
export type Taken =
  | { readonly outcome: 'new' | 'same'; readonly receipt: string }
  | { readonly outcome: 'conflict' };

export interface IntakeQueue {
  /** Resolves once the item is durable. Rejects with `too-busy` when the queue is full, or with the store's refusal. */
  take(item: CheckedItem): Promise<Taken>;
  /**
   * Resolves when kiosks are not queueing, or after two seconds: receipts come first, and what follows from
   * them is slowed down but never stands still.
   */
  lull(): Promise<void>;
}

interface Waiting {
  readonly item: CheckedItem;
  readonly resolve: (taken: Taken) => void;
  readonly reject: (error: unknown) => void;
}

/** At most so many in one commit: enough to share the flush, few enough that none waits long. */
const batchSize = 200;
/** So many in one commit mean that kiosks are queueing, and so long after it they still are. */
const crowd = 8;
const crowdedMs = 100;
const longestWaitMs = 2_000;
/** Beyond this the server answers `too-busy` and kiosks come back later. */
export const queueLimit = 5_000;

/**
 * Group commit: items of one prison that arrive while a commit is under way share the next one. One
 * transaction at a time per prison, because every one of them needs the head of the prison's log.
 */
export function makeIntakeQueue(
  database: Database,
  after: (prisonId: string) => void,
  onFull: () => Error,
): IntakeQueue {
  const waiting = new Map<string, Waiting[]>();
  const running = new Set<string>();
  let count = 0;
  let crowdedUntil = 0;

  async function drain(prisonId: string): Promise<void> {
    running.add(prisonId);
    try {
      for (let queue = waiting.get(prisonId); queue && queue.length > 0; queue = waiting.get(prisonId)) {
        const batch = queue.splice(0, batchSize);
        await commit(prisonId, batch);
        count -= batch.length;
      }
    } finally {
      running.delete(prisonId);
    }
  }

  async function commit(prisonId: string, batch: readonly Waiting[]): Promise<void> {
    if (batch.length >= crowd) crowdedUntil = performance.now() + crowdedMs;
    try {
      const results = await takeBatch(
        database,
        prisonId,
        batch.map(waiter => waiter.item),
      );
      batch.forEach((waiter, index) => {
        const taken = results[index];
        if (taken) waiter.resolve(taken);
        else waiter.reject(new Error('the batch answered fewer items than it was given'));
      });
      if (results.some(taken => taken.outcome === 'new')) after(prisonId);
    } catch (error) {
      for (const waiter of batch) waiter.reject(error);
    }
  }

  return {
    take(item) {
      if (count >= queueLimit) return Promise.reject(onFull());
      count += 1;
      return new Promise((resolve, reject) => {
        const queue = waiting.get(item.prisonId) ?? [];
        waiting.set(item.prisonId, queue);
        queue.push({ item, resolve, reject });
        // The rest of this turn's requests join in before the first commit starts.
        if (!running.has(item.prisonId)) {
          running.add(item.prisonId);
          setImmediate(() => void drain(item.prisonId));
        }
      });
    },
    async lull() {
      const givenUpAt = performance.now() + longestWaitMs;
      for (let now = performance.now(); now < Math.min(crowdedUntil, givenUpAt); now = performance.now())
        await setTimeout(Math.min(crowdedUntil, givenUpAt) - now);
    },
  };
}
