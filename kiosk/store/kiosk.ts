import type { Enrolment } from '../../shared/kiosk/schema.ts';
import { call } from '../api/client.ts';
import { setCredentials } from '../api/session.ts';
import { isEnrolment } from '../api/shapes.ts';
import { importCodeKey, makeSigningPair } from '../crypto/kiosk.ts';
import { recoverCounter } from './counter.ts';
import { inOutbox, inPublic } from './databases.ts';
import { toFailure } from './failure.ts';
import type { EnrolledKeys, KioskKeys } from './outbox-database.ts';
import { readKept, writeKept } from './public-database.ts';
import { currentStanding, currentTrouble, setStanding } from './standing.ts';
import { StoreUnusable } from './store-trouble.ts';
import type { Result } from './types.ts';
import { isWiped, wipeReadable } from './wipe.ts';

type Mode = 'handset' | 'speaker';

/** What the last enrolment pinned; without its secret keys once it was revoked. */
export function pinnedKeys(): Promise<KioskKeys | undefined> {
  return inOutbox(outbox => outbox.keys.orderBy('order').last());
}

/** The keys of the enrolment that counts now. */
export async function currentKeys(): Promise<EnrolledKeys | undefined> {
  const keys = await pinnedKeys();
  const { signing, code } = keys ?? {};
  return keys && signing && code ? { ...keys, signing, code } : undefined;
}

/**
 * Stores an enrolment. Keys and counter are one strict transaction: a kiosk has both or is not enrolled.
 * Keys of an earlier enrolment stay, for what they signed.
 */
async function store(enrolment: Enrolment, signing: CryptoKey): Promise<void> {
  const { kiosk, prison, name, sealing, receipts } = enrolment;
  const code = await importCodeKey(enrolment.codeKey);
  await inOutbox(outbox =>
    outbox.transaction('rw', outbox.keys, outbox.counters, async () => {
      await outbox.keys.add({ kiosk, prison, name, signing, code, sealing, receipts });
      await outbox.counters.put({ kiosk, sequence: 0, letGo: 0 });
    }),
  );
  await inPublic(database => writeKept(database, 'kiosk', { id: kiosk, name, prison, revoked: false }));
}

/** Reads who this kiosk is and sets its standing; false if it is nobody yet. */
export async function loadKiosk(): Promise<boolean> {
  const kept = await inPublic(database => readKept(database, 'kiosk'));
  let keys = await currentKeys();
  if (keys && isWiped(kept, keys.kiosk)) {
    // The power went while it was being wiped.
    await wipeReadable(keys.kiosk);
    keys = undefined;
  }
  setCredentials(keys ? { kiosk: keys.kiosk, signing: keys.signing } : null);
  if (!keys) {
    setStanding(kept?.revoked ? 'revoked' : 'none');
    return false;
  }
  await recoverCounter(keys.kiosk);
  setStanding(kept?.id === keys.kiosk && kept.revoked ? 'revoked' : 'enrolled');
  return true;
}

/** The server does or does not let this kiosk in any more; remembered, so that a restart without it tells the same. */
export async function noteRevoked(revoked: boolean): Promise<void> {
  if ((currentStanding() === 'revoked') === revoked) return;
  setStanding(revoked ? 'revoked' : 'enrolled');
  await inPublic(async database => {
    const kept = await readKept(database, 'kiosk');
    if (kept) await writeKept(database, 'kiosk', { ...kept, revoked });
  });
}

function ask(code: string | null, publicKey: string, mode: Mode) {
  return code === null
    ? call('POST /api/kiosks/enrol-here', { body: { publicKey, mode } })
    : call('POST /api/kiosks/enrol', { body: { code, publicKey, mode } });
}

/**
 * Enrols this browser: with a one-time code, or without one where the server runs a demonstration on the same
 * machine. The answer holds what the kiosk pins for good. One enrolment at a time, over all tabs.
 */
export function enrolWith(code: string | null, mode: Mode): Promise<Result> {
  return navigator.locks.request('sauti-enrol', async (): Promise<Result> => {
    // A code works once: it is not spent while what it gives could not be kept.
    const trouble = currentTrouble();
    if (trouble) return toFailure(new StoreUnusable(trouble, null));
    // Another tab may have enrolled this browser while we waited for the lock.
    if (code === null && currentStanding() === 'none' && (await loadKiosk()))
      return { ok: true, value: null };
    const { privateKey, publicKey } = await makeSigningPair();
    const answer = await ask(code, publicKey, mode);
    if (!answer.ok) return answer;
    if (!isEnrolment(answer.value)) return { ok: false, problem: 'unreachable', retryAfter: null };
    await store(answer.value, privateKey);
    await loadKiosk();
    return { ok: true, value: null };
  });
}
