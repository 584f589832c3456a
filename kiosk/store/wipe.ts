import { setCredentials } from '../api/session.ts';
import { inOutbox, inPublic } from './databases.ts';
import { closeAll } from './letter-batch.ts';
import { turnLogOver } from './log-turnover.ts';
import { type Kept, writeKept } from './public-database.ts';

/**
 * The server revoked this kiosk: whatever can be read or used goes, at once. Signing and code keys, the prison's
 * settings, all names. What stays is sealed (the outbox, its second copies and the nights' letters, which still go out
 * under the signatures they have), public (the law), or counts (the numbers given out, so that none is given out twice).
 */
export async function wipeReadable(kiosk: string): Promise<void> {
  setCredentials(null);
  await closeLetters(kiosk);
  // First, and in one transaction: it says what is going on, so that a start after a power cut carries on.
  await inPublic(database =>
    database.transaction('rw', database.kept, async () => {
      await database.kept.delete('settings');
      await database.kept.delete('letters');
      await writeKept(database, 'kiosk', { id: kiosk, name: '', prison: '', revoked: true });
    }),
  );
  await inOutbox(async outbox => {
    await outbox.transaction('rw', outbox.keys, () =>
      outbox.keys.toCollection().modify((keys, row) => {
        const { order, sealing, receipts } = keys;
        row.value = {
          ...(order === undefined ? {} : { order }),
          kiosk: keys.kiosk,
          prison: '',
          name: '',
          sealing,
          receipts,
        };
      }),
    );
    // The old values leave the file that they were written to, rather than lie in it until it happens to be full.
    await turnLogOver(outbox);
  });
}

/** What lies in the trays leaves them while there is a key to sign it. A wipe waits for nothing that does not work. */
async function closeLetters(kiosk: string): Promise<void> {
  const keys = await inOutbox(outbox => outbox.keys.where('kiosk').equals(kiosk).last());
  if (keys?.signing) await closeAll({ ...keys, signing: keys.signing }).catch(() => {});
}

/** Whether a wipe of this kiosk began: no kiosk that takes complaints is without a name. */
export const isWiped = (kept: Kept['kiosk'] | null, kiosk: string): boolean =>
  kept !== null && kept.id === kiosk && kept.revoked && kept.name === '';
