import type { Page } from '@playwright/test';

/** What lies in the outbox's database, read and changed by the browser's own interface and not by ours. */
export interface Stored {
  readonly id: string;
  readonly kiosk: string;
  readonly sequence: number;
  readonly state: string;
  readonly body: string;
  readonly hash: string;
  readonly refusal?: string;
  readonly receivedAt?: string;
  readonly receipt?: string;
  readonly formerReceipts?: readonly string[];
}

export interface StoredCounter {
  readonly kiosk: string;
  readonly sequence: number;
  readonly letGo: number;
}

function readTable<T>(page: Page, table: string): Promise<T[]> {
  return page.evaluate(
    name =>
      new Promise<never[]>((resolve, reject) => {
        const opening = indexedDB.open('sauti-outbox');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as never[]);
          };
        };
      }),
    table,
  ) as Promise<T[]>;
}

export const items = (page: Page) => readTable<Stored>(page, 'items');
export const counters = (page: Page) => readTable<StoredCounter>(page, 'counters');

/** What each enrolment left here: whose it was, and whether it can still sign. */
export async function keysOf(page: Page): Promise<{ kiosk: string; usable: boolean; prison: string }[]> {
  const keys = await readTable<{ kiosk: string; signing?: unknown; code?: unknown; prison: string }>(
    page,
    'keys',
  );
  return keys.map(({ kiosk, signing, code, prison }) => ({
    kiosk,
    usable: signing !== undefined || code !== undefined,
    prison,
  }));
}

/** The kiosk that this browser was last enrolled as. */
export async function kioskOf(page: Page): Promise<string> {
  const keys = await readTable<{ kiosk: string }>(page, 'keys');
  return keys.at(-1)?.kiosk ?? '';
}

/** Changes a stored item behind the engine's back. */
export function changeItem(page: Page, id: string, change: Partial<Stored>): Promise<void> {
  return page.evaluate(
    ([key, fields]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('sauti-outbox');
        opening.onsuccess = () => {
          const work = opening.result.transaction('items', 'readwrite');
          const items = work.objectStore('items');
          const reading = items.get(key);
          reading.onsuccess = () => items.put({ ...reading.result, ...fields });
          work.onabort = () => reject(work.error);
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [id, change] as const,
  );
}

/** Empties tables behind the engine's back. */
export function emptyTables(page: Page, database: string, ...tables: string[]): Promise<void> {
  return page.evaluate(
    ([name, stores]) =>
      new Promise<void>(resolve => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => {
          const work = opening.result.transaction([...stores], 'readwrite');
          for (const store of stores) work.objectStore(store).clear();
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [database, tables] as const,
  );
}
