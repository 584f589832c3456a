import { setTimeout } from 'node:timers/promises';
import type { Database } from '../database/database.ts';
import { takeBatch } from '../queries/intake.ts';
import type { CheckedItem, Taken } from './item.ts';
import { Lane } from './lane.ts';

export interface IntakeQueue {
  /**
   * Resolves once the item is durable. `check` is called at once, and the next commit waits for it a little.
   * Rejects with what it throws, with `too-busy` when the queue is full, or with the store's refusal.
   */
  take(prisonId: string, check: () => Promise<CheckedItem>): Promise<Taken>;
  /**
   * Resolves when kiosks are not queueing, or after five seconds: receipts come first, and what follows from
   * them is slowed down but never stands still.
   */
  lull(): Promise<void>;
}

/** So many at once mean that kiosks are queueing; so long after it they still are, in milliseconds. */
const crowd = 8;
const crowdedMs = 200;
/** How long the work behind may be held up for them, and how often it looks. */
const longestWaitMs = 5_000;
const pauseMs = 20;
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
  const lanes = new Map<string, Lane>();
  let count = 0;
  let crowdedUntil = 0;
  const isCrowded = () => count >= crowd || performance.now() < crowdedUntil;

  function laneOf(prisonId: string): Lane {
    const known = lanes.get(prisonId);
    if (known) return known;
    const lane = new Lane(async items => {
      const taken = await takeBatch(database, prisonId, items);
      if (taken.some(({ outcome }) => outcome === 'new')) after(prisonId);
      return taken;
    });
    lanes.set(prisonId, lane);
    return lane;
  }

  return {
    async take(prisonId, check) {
      if (count >= queueLimit) throw onFull();
      count += 1;
      try {
        return await laneOf(prisonId).take(check);
      } finally {
        if (count >= crowd) crowdedUntil = performance.now() + crowdedMs;
        count -= 1;
      }
    },
    async lull() {
      const givenUpAt = performance.now() + longestWaitMs;
      while (isCrowded() && performance.now() < givenUpAt) await setTimeout(pauseMs);
    },
  };
}
