/** What turning the log over needs at most, with the table that LevelDB writes next to it. */
const neededBytes = 12 * 1024 * 1024;
const cacheName = 'sauti-room';
const address = '/room';

/**
 * Whether the disk takes as much as the database needs to be safe, found out by writing it somewhere else:
 * Chromium's own estimate does not know the disk (a gigabyte on a full one). Asked before the database is
 * touched at all, because half a write is what damages it.
 */
export async function hasRoom(): Promise<boolean> {
  const cache = await caches.open(cacheName).catch(() => null);
  if (!cache) return false;
  try {
    await cache.put(address, new Response(new Uint8Array(neededBytes)));
    const stored = await (await cache.match(address))?.arrayBuffer();
    return stored?.byteLength === neededBytes;
  } catch {
    return false;
  } finally {
    // The entry first: a whole cache is only taken from the disk when nothing refers to it any more.
    await cache.delete(address).catch(() => false);
    await caches.delete(cacheName).catch(() => false);
  }
}
