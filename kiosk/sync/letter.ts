import { phraseOf } from '../../shared/letter/phrase.ts';
import { type Readers, readersOf, recipientsOf } from '../../shared/letter/register.ts';
import type { LetterDesk } from '../../shared/letter/schema.ts';
import { call, patientMs } from '../api/client.ts';
import { exchange } from '../api/request.ts';
import { isLetterDesk } from '../api/shapes.ts';
import { readReceipt } from '../crypto/receipt.ts';
import { inPublic } from '../store/databases.ts';
import { closeNight, markNightReceived, waitingBatches } from '../store/letter-batch.ts';
import { keepATray, letterLock, readersHere } from '../store/letter-tray.ts';
import type { EnrolledKeys } from '../store/outbox-database.ts';
import { readKept, writeKept } from '../store/public-database.ts';
import type { LettersHere } from '../store/types.ts';
import { receiptsKeyOf } from './outbox.ts';

/** What the screens may know; null if nobody here may read a letter. */
async function hereOf(desk: LetterDesk, { anchor, cards }: Readers): Promise<LettersHere | null> {
  const readers = cards.filter(({ kind }) => kind === 'justice').length;
  if (desk.direction === null || anchor === null || readers === 0) return null;
  const duty = cards.some(({ kind }) => kind === 'duty');
  return { readers, duty, phrase: await phraseOf(anchor), nextVisit: desk.nextVisit };
}

/** Fetches whose keys count and the answers. The first justice that it ever saw is believed, and no other in his place. */
async function fetchDesk({ prison }: EnrolledKeys): Promise<void> {
  const answer = await call('GET /api/kiosks/letters');
  if (!answer.ok || !isLetterDesk(answer.value)) return;
  const desk = answer.value;
  const pinned = (await inPublic(database => readKept(database, 'letters')))?.anchor ?? null;
  const readers = await readersOf(desk.register, prison, pinned);
  const here = await hereOf(desk, readers);
  const anchor = pinned ?? readers.anchor;
  await inPublic(database => writeKept(database, 'letters', { desk, anchor, here }));
}

/** Sends what left the trays, of this enrolment and of earlier ones; only the server's own receipt ends that. */
async function sendBatches(): Promise<void> {
  for (const batch of await waitingBatches()) {
    const pinned = await receiptsKeyOf(batch);
    if (!pinned) continue;
    const answer = await exchange({
      method: 'POST',
      path: '/api/letters/batches',
      body: batch.body,
      timeout: patientMs,
    });
    if (answer.kind === 'unreachable') return;
    const named = { id: batch.id, hash: batch.hash, kiosk: batch.kiosk, sequence: batch.night };
    const receipt = answer.kind === 'reply' ? await readReceipt(answer.value, named, pinned) : null;
    if (receipt) await markNightReceived(batch.id, receipt.receivedAt);
  }
}

/**
 * One round: what is new at the desk, a tray that is always there, and what the last night left. Nights end without a
 * server too. A kiosk that was revoked (`keys` undefined) sends what it closed before its key went.
 */
export async function letterRound(keys: EnrolledKeys | undefined, online: boolean): Promise<void> {
  if (keys) {
    if (online) await fetchDesk(keys);
    const readers = await readersHere(keys.prison);
    await navigator.locks.request(letterLock, async () => {
      await closeNight(keys);
      if (readers) await keepATray(recipientsOf(readers, false), keys.prison);
    });
  }
  if (online)
    await navigator.locks.request('sauti-letter-push', { ifAvailable: true }, async lock => {
      if (lock) await sendBatches();
    });
}
