import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Server } from '../../server/server.ts';
import type { OutboxSnapshot, StoreShape } from '../fixtures/outbox/snapshot.ts';

const folder = join(import.meta.dirname, '..', 'fixtures', 'outbox');

/** Every version of the outbox that kiosks out there may have, oldest first. */
export const snapshots = readdirSync(folder)
  .filter(name => /^v\d+\.json$/.test(name))
  .sort((a, b) => Number.parseInt(a.slice(1), 10) - Number.parseInt(b.slice(1), 10))
  .map(name => ({ name, ...(JSON.parse(readFileSync(join(folder, name), 'utf8')) as OutboxSnapshot) }));

/** Gives a server that was never started the keys to which the snapshot's items are sealed. */
export function layDownKeys(dataDir: string, { serverKeys }: OutboxSnapshot): void {
  mkdirSync(join(dataDir, 'keys'), { recursive: true, mode: 0o700 });
  for (const [name, content] of Object.entries(serverKeys))
    writeFileSync(join(dataDir, 'keys', name), JSON.stringify(content), { mode: 0o600 });
}

/** The snapshot's kiosk, as the server knows it since its enrolment. */
export async function enrolSnapshot(
  { database }: Server,
  { enrolment, publicKey }: OutboxSnapshot,
  place: { readonly prisonId: string; readonly wingId: string },
): Promise<void> {
  await database.write
    .insertInto('kiosk')
    .values({
      id: enrolment.kiosk,
      prison_id: place.prisonId,
      wing_id: place.wingId,
      name: enrolment.name,
      mode: 'handset',
      public_key: publicKey,
      enrolled_at: '2026-11-01T00:00:00.000Z',
      revoked_at: null,
      last_seen_at: null,
      status: null,
    })
    .execute();
}

/** Lays the outbox down in a browser as that version left it: by IndexedDB itself, with nothing of today's program. */
export async function layDownOutbox(page: Page, snapshot: OutboxSnapshot): Promise<void> {
  await page.evaluate(async ({ version, stores, rows, enrolment, signing }) => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('sauti-outbox', version);
      request.onupgradeneeded = () => {
        for (const { name, keyPath, autoIncrement, indexes } of stores) {
          const store = request.result.createObjectStore(name, { keyPath: keyPath as string, autoIncrement });
          for (const index of indexes)
            store.createIndex(index.name, index.keyPath as string, { unique: index.unique });
        }
      };
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const { codeKey, kiosk, name, prison, sealing, receipts } = enrolment;
    const raw = Uint8Array.fromBase64(codeKey, { alphabet: 'base64url' });
    const keys = {
      ...{ kiosk, name, prison, sealing, receipts },
      signing: await crypto.subtle.importKey('jwk', signing, 'Ed25519', false, ['sign']),
      code: await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']),
    };
    const transaction = database.transaction(['items', 'counters', 'keys'], 'readwrite');
    for (const row of rows.items) transaction.objectStore('items').add(row);
    for (const row of rows.counters) transaction.objectStore('counters').add(row);
    transaction.objectStore('keys').add(keys);
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
    database.close();
  }, snapshot);
}

/** What the browser's outbox is made of, as a snapshot writes it. */
export function outboxShape(page: Page): Promise<{ version: number; stores: StoreShape[] }> {
  return page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('sauti-outbox');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const transaction = database.transaction([...database.objectStoreNames], 'readonly');
    const stores = [...database.objectStoreNames].map(name => {
      const store = transaction.objectStore(name);
      const indexes = [...store.indexNames].map(one => {
        const { keyPath, unique } = store.index(one);
        return { name: one, keyPath, unique };
      });
      return { name, keyPath: store.keyPath as string, autoIncrement: store.autoIncrement, indexes };
    });
    const { version } = database;
    database.close();
    return { version, stores };
  });
}

/** Everything that can be read in the browser's stores, as text; keys by what they can do. */
export function readableStorage(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [{ ...localStorage }, { ...sessionStorage }, await caches.keys()];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const rows = await new Promise<unknown[]>((resolve, reject) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        found.push({ name, store, rows });
      }
      database.close();
    }
    return JSON.stringify(found, (_, value) =>
      value instanceof CryptoKey ? `a key that can ${value.usages.join()}` : value,
    );
  });
}
