import { inOutbox, inPublic } from './databases.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { readKept, writeKept } from './public-database.ts';

/** Everything that gives out or moves a sequence number holds this lock, in whichever tab it runs. */
export const numberingLock = 'sauti-outbox';

/** The last number given out; must run inside a transaction on `counters` if it is to be relied on. */
export async function lastSequence(outbox: OutboxDatabase, kiosk: string): Promise<number> {
  return (await outbox.counters.get(kiosk))?.sequence ?? 0;
}

/**
 * Moves the counter up to at least `least`, never down: a number that somebody has seen is not given out again.
 * Gives back whether it had to be moved, which means that this kiosk had forgotten numbers.
 */
export function raiseCounter(kiosk: string, least: number): Promise<boolean> {
  return navigator.locks.request(numberingLock, () =>
    inOutbox(outbox =>
      outbox.transaction('rw', outbox.counters, async () => {
        const counter = await outbox.counters.get(kiosk);
        if (counter && counter.sequence >= least) return false;
        await outbox.counters.put({ kiosk, sequence: least, letGo: counter?.letGo ?? 0 });
        return least > 0;
      }),
    ),
  );
}

/** Keeps the highest number a second time, in the other database. */
export function noteHighest(kiosk: string, sequence: number): Promise<void> {
  return inPublic(database =>
    database.transaction('rw', database.kept, async () => {
      const noted = await readKept(database, 'highest');
      if (noted?.kiosk === kiosk && noted.sequence >= sequence) return;
      await writeKept(database, 'highest', { kiosk, sequence });
    }),
  );
}

/** At start: a counter that is behind its copy in the other database, or behind its own items, goes on from there. */
export async function recoverCounter(kiosk: string): Promise<void> {
  const noted = await inPublic(database => readKept(database, 'highest'));
  const stored = await inOutbox(outbox =>
    outbox.items.where('[kiosk+sequence]').between([kiosk, 0], [kiosk, Number.MAX_SAFE_INTEGER]).last(),
  );
  const copy = noted?.kiosk === kiosk ? noted.sequence : 0;
  await raiseCounter(kiosk, Math.max(copy, stored?.sequence ?? 0));
}
