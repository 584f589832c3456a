import { batchBytes, batchHash, lettersDigest } from '../../shared/letter/batch.ts';
import { recipientsOf } from '../../shared/letter/register.ts';
import { sign } from '../crypto/kiosk.ts';
import { uuidv7 } from '../crypto/uuid.ts';
import { inLetters, type KeptBatch, type KeptTray } from './letter-database.ts';
import { freshTray, letterLock, readersHere, todayHere } from './letter-tray.ts';
import type { EnrolledKeys } from './outbox-database.ts';

type Signer = Pick<EnrolledKeys, 'kiosk' | 'prison' | 'signing'>;

const keptMs = 30 * 24 * 60 * 60_000;
/**
 * So many trays leave at least with a kiosk that is revoked. A second one is begun only when the first is full: whoever
 * revokes a kiosk shall not learn by their number whether many have written.
 */
const leastAtOnce = 2;

async function batchOf({ kiosk, signing }: Signer, { letters }: KeptTray, night: number): Promise<KeptBatch> {
  const id = uuidv7();
  const statement = { version: 1 as const, id, kiosk, night, letters: await lettersDigest(letters) };
  const signature = await sign(signing, batchBytes(statement));
  const body = JSON.stringify({ statement, signature, letters });
  return { id, kiosk, night, body, hash: await batchHash(statement) };
}

/** Trays become signed batches of the next nights, in one strict transaction. */
async function close(signer: Signer, trays: readonly KeptTray[], last: number): Promise<void> {
  const batches = await Promise.all(trays.map((tray, index) => batchOf(signer, tray, last + 1 + index)));
  const closed = trays.flatMap(({ order }) => order ?? []);
  const night = { kiosk: signer.kiosk, night: last + batches.length, lastOn: todayHere() };
  await inLetters(database =>
    database.transaction('rw', database.trays, database.batches, database.nights, async () => {
      await database.trays.bulkDelete(closed);
      await database.batches.bulkAdd(batches);
      await database.nights.put(night);
    }),
  );
}

function standing(kiosk: string) {
  return inLetters(async database => ({
    trays: await database.trays.orderBy('order').toArray(),
    last: await database.nights.get(kiosk),
  }));
}

/**
 * The oldest tray of another day becomes the night's batch, whether the server is there or not: one a day, however many
 * trays there are. The caller holds the lock.
 */
export async function closeNight(signer: Signer): Promise<void> {
  const {
    trays: [oldest],
    last,
  } = await standing(signer.kiosk);
  const today = todayHere();
  // Compared for equality: a day that a wrong clock named must not hold up all that come before it.
  if (!oldest || oldest.begunOn === today || last?.lastOn === today) return;
  await close(signer, [oldest], last?.night ?? 0);
}

/** Before the key that signs them goes, all trays become batches. */
export function closeAll(signer: Signer): Promise<void> {
  return navigator.locks.request(letterLock, async () => {
    const { trays, last } = await standing(signer.kiosk);
    if (trays.length === 0) return;
    const readers = await readersHere(signer.prison);
    while (readers && trays.length < leastAtOnce)
      trays.push(await freshTray(recipientsOf(readers, false), signer.prison));
    await close(signer, trays, last?.night ?? 0);
  });
}

/** What waits for its receipt, oldest night first. */
export async function waitingBatches(): Promise<KeptBatch[]> {
  const all = await inLetters(database => database.batches.toArray());
  return all.filter(batch => batch.receivedAt === undefined).toSorted((a, b) => a.night - b.night);
}

export async function markNightReceived(id: string, receivedAt: string): Promise<void> {
  await inLetters(database => database.batches.update(id, { receivedAt }));
}

/** The nights that are kept here of an enrolment, sent or not, and the last one that was given out. */
export async function keptNights(kiosk: string): Promise<{ first: number; last: number }> {
  const { nights, last } = await inLetters(async database => ({
    nights: (await database.batches.toArray()).flatMap(one => (one.kiosk === kiosk ? one.night : [])),
    last: (await database.nights.get(kiosk))?.night ?? 0,
  }));
  return { first: Math.min(last + 1, ...nights), last };
}

export interface NightsThere {
  /** The highest night that the server has, and what it lacks below. */
  readonly received: number;
  readonly missing: readonly number[];
  /** Its time, epoch milliseconds; null while nobody has confirmed it. */
  readonly time: number | null;
}

/**
 * What the server has receipted and has no more (it was restored from an older back-up) waits again; what it has held for
 * thirty days goes. Gives back whether anything has to be sent again.
 */
export function compareNights(kiosk: string, { received, missing, time }: NightsThere): Promise<boolean> {
  const hasIt = ({ night }: KeptBatch) => night <= received && !missing.includes(night);
  return inLetters(database =>
    database.transaction('rw', database.batches, database.nights, async () => {
      const given = await database.nights.get(kiosk);
      // The server knows a later night: this database was lost, and no night is given out twice.
      if ((given?.night ?? 0) < received)
        await database.nights.put({ kiosk, night: received, lastOn: given?.lastOn ?? '' });
      const kept = await database.batches
        .filter(batch => batch.kiosk === kiosk && batch.receivedAt !== undefined)
        .toArray();
      const lost = kept.filter(batch => !hasIt(batch));
      await database.batches.bulkPut(lost.map(({ receivedAt: _, ...batch }) => batch));
      const isOld = ({ receivedAt = '' }: KeptBatch) =>
        time !== null && time - Date.parse(receivedAt) >= keptMs;
      await database.batches.bulkDelete(kept.filter(one => hasIt(one) && isOld(one)).map(({ id }) => id));
      return lost.length > 0;
    }),
  );
}
