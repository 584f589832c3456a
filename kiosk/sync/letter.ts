import { batchBytes, batchHash, lettersDigest } from '../../shared/letter/batch.ts';
import { phraseOf } from '../../shared/letter/phrase.ts';
import { type Readers, readersOf, recipientsOf } from '../../shared/letter/register.ts';
import type { LetterDesk } from '../../shared/letter/schema.ts';
import { call, patientMs } from '../api/client.ts';
import { exchange } from '../api/request.ts';
import { isLetterDesk } from '../api/shapes.ts';
import { sign } from '../crypto/kiosk.ts';
import { readReceipt } from '../crypto/receipt.ts';
import { uuidv7 } from '../crypto/uuid.ts';
import { inPublic } from '../store/databases.ts';
import { keepATray, letterLock, todayHere } from '../store/letter.ts';
import { inLetters, type KeptTray } from '../store/letter-database.ts';
import type { EnrolledKeys } from '../store/outbox-database.ts';
import { readKept, writeKept } from '../store/public-database.ts';
import type { LettersHere } from '../store/types.ts';

/** What the screens may know; null if nobody here may read a letter. */
async function hereOf(desk: LetterDesk, { anchor, cards }: Readers): Promise<LettersHere | null> {
  const readers = cards.filter(({ kind }) => kind === 'justice').length;
  if (desk.direction === null || anchor === null || readers === 0) return null;
  const duty = cards.some(({ kind }) => kind === 'duty');
  return { readers, duty, phrase: await phraseOf(anchor), nextVisit: desk.nextVisit };
}

/** Fetches whose keys count and the answers. The first justice that it ever saw is believed, and no other in his place. */
async function fetchDesk({ prison }: EnrolledKeys): Promise<Readers | null> {
  const answer = await call('GET /api/kiosks/letters');
  if (!answer.ok || !isLetterDesk(answer.value)) return null;
  const desk = answer.value;
  const pinned = (await inPublic(database => readKept(database, 'letters')))?.anchor ?? null;
  const readers = await readersOf(desk.register, prison, pinned);
  const here = await hereOf(desk, readers);
  const anchor = pinned ?? readers.anchor;
  await inPublic(database => writeKept(database, 'letters', { desk, anchor, here }));
  return here && readers;
}

/** The oldest tray of a day that is over becomes the night's batch: one a night, however many trays there are. */
async function closeTray(keys: EnrolledKeys, today: string): Promise<void> {
  const { tray, last } = await inLetters(async database => ({
    tray: await database.trays.orderBy('order').first(),
    last: await database.nights.get(keys.kiosk),
  }));
  if (tray?.order === undefined || tray.begunOn >= today || (last && last.lastOn >= today)) return;
  const batch = await batchOf(keys, tray, (last?.night ?? 0) + 1);
  const { order } = tray;
  await inLetters(database =>
    database.transaction('rw', database.trays, database.batches, database.nights, async () => {
      await database.trays.delete(order);
      await database.batches.add(batch);
      await database.nights.put({ kiosk: keys.kiosk, night: batch.night, lastOn: today });
    }),
  );
}

async function batchOf({ kiosk, signing }: EnrolledKeys, { letters }: KeptTray, night: number) {
  const id = uuidv7();
  const statement = { version: 1 as const, id, kiosk, night, letters: await lettersDigest(letters) };
  const signature = await sign(signing, batchBytes(statement));
  const body = JSON.stringify({ statement, signature, letters });
  return { id, kiosk, night, body, hash: await batchHash(statement) };
}

/** Sends what left the trays; only the server's own receipt lets it go from here. */
async function sendBatches({ kiosk, receipts }: EnrolledKeys): Promise<void> {
  for (const batch of await inLetters(database => database.batches.toArray())) {
    if (batch.kiosk !== kiosk) continue;
    const answer = await exchange({
      method: 'POST',
      path: '/api/letters/batches',
      body: batch.body,
      timeout: patientMs,
    });
    const named = { id: batch.id, hash: batch.hash, kiosk, sequence: batch.night };
    const receipt = answer.kind === 'reply' ? await readReceipt(answer.value, named, receipts) : null;
    if (receipt) await inLetters(database => database.batches.delete(batch.id));
  }
}

/** One round: what is new at the desk, a tray that is always there, and what the last night left. */
export async function letterRound(keys: EnrolledKeys): Promise<void> {
  const readers = await fetchDesk(keys);
  await navigator.locks.request(letterLock, async () => {
    if (readers) {
      await closeTray(keys, todayHere());
      await keepATray(recipientsOf(readers, false), keys.prison);
    }
    await sendBatches(keys);
  });
}
