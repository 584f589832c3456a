import { hashOfBody } from '../crypto/submission.ts';
import { raiseCounter } from './counter.ts';
import { inOutbox } from './databases.ts';
import type { KioskKeys, OutboxItem } from './outbox-database.ts';

/**
 * What no server has yet is kept a second time, in local storage. Chromium has been seen to empty IndexedDB,
 * caches and all, on a damaged log or a full disk (docs/decisions tells how); local storage lies in other files
 * and is not evicted. What is found here and not in the outbox comes back at the next start and is delivered.
 * It is the same sealed text, so it tells nobody anything either.
 */
const prefix = 'sauti-outbox-copy/';

interface Copy {
  readonly item: OutboxItem;
  readonly receiptsKey: KioskKeys['receipts'];
}

/** Keeps the second copy. Silent when there is no room for it: the outbox has the item. */
export function keepCopy(item: OutboxItem, keys: KioskKeys): void {
  const copy: Copy = { item, receiptsKey: keys.receipts };
  try {
    localStorage.setItem(prefix + item.id, JSON.stringify(copy));
  } catch {
    // Ten megabytes hold weeks of submissions; beyond that there is one copy of each, not none.
  }
}

/** The server has it: the second copy has done its work. */
export function dropCopy(id: string): void {
  try {
    localStorage.removeItem(prefix + id);
  } catch {
    // A browser whose policy keeps local storage shut has no copy to drop either.
  }
}

async function readCopy(key: string): Promise<Copy | null> {
  try {
    const copy = JSON.parse(localStorage.getItem(key) ?? '') as Copy;
    return (await hashOfBody(copy.item.body)) === copy.item.hash ? copy : null;
  } catch {
    return null;
  }
}

function bringBack({ item, receiptsKey }: Copy): Promise<'back' | 'there' | 'received'> {
  const { id, kiosk, sequence } = item;
  return inOutbox(outbox =>
    outbox.transaction('rw', outbox.items, async () => {
      const known = await outbox.items.get(id);
      if (known) return known.state === 'received' ? 'received' : 'there';
      const number = await outbox.items.where('[kiosk+sequence]').equals([kiosk, sequence]).count();
      if (number > 0) return 'there';
      await outbox.items.add({ ...item, receiptsKey });
      return 'back';
    }),
  );
}

/** Brings back every copied item that the outbox does not hold, waiting. Gives back how many. */
export async function restoreFromCopies(): Promise<number> {
  let restored = 0;
  for (const key of Object.keys(localStorage).filter(name => name.startsWith(prefix))) {
    const copy = await readCopy(key);
    if (!copy) continue;
    const found = await bringBack(copy);
    if (found === 'received') dropCopy(copy.item.id);
    if (found !== 'back') continue;
    restored += 1;
    await raiseCounter(copy.item.kiosk, copy.item.sequence);
  }
  return restored;
}
