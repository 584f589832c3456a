import { isDevicePin } from '../../shared/kiosk/device-pin.ts';
import type { DevicePin } from '../../shared/kiosk/schema.ts';
import { afterFailure, noThrottle, personPace, secondsLeft } from '../../shared/prisoner/throttle.ts';
import { inPublic } from './databases.ts';
import { readKept, writeKept } from './public-database.ts';

/** Why a device PIN opened nothing; `retryAfter` in seconds. */
export type PinRefusal =
  | { readonly ok: false; readonly problem: 'pin-none' | 'pin-wrong' }
  | { readonly ok: false; readonly problem: 'pin-wait'; readonly retryAfter: number };

/**
 * Keeps what a PIN is known by, apart from the settings: it has to outlive them, since the queue of a kiosk that
 * was revoked is carried out too.
 */
export function noteDevicePin(pin: DevicePin | null): Promise<void> {
  return pin ? inPublic(database => writeKept(database, 'devicePin', pin)) : Promise.resolve();
}

/**
 * Checks a device PIN. Every try counts as a wrong one until it is found right, and is written down before: pulling
 * the plug wins no further try. Null if it is right.
 */
export function checkDevicePin(pin: string): Promise<PinRefusal | null> {
  return navigator.locks.request('sauti-device-pin', async (): Promise<PinRefusal | null> => {
    const known = await inPublic(database => readKept(database, 'devicePin'));
    if (!known) return { ok: false, problem: 'pin-none' };
    const tries = (await inPublic(database => readKept(database, 'pinTries'))) ?? noThrottle;
    const wait = secondsLeft(tries, Date.now());
    if (wait > 0) return { ok: false, problem: 'pin-wait', retryAfter: wait };
    const counted = afterFailure(tries, Date.now(), personPace);
    await inPublic(database => writeKept(database, 'pinTries', counted));
    if (!(await isDevicePin(pin, known))) {
      const next = secondsLeft(counted, Date.now());
      return next > 0
        ? { ok: false, problem: 'pin-wait', retryAfter: next }
        : { ok: false, problem: 'pin-wrong' };
    }
    await inPublic(database => writeKept(database, 'pinTries', noThrottle));
    return null;
  });
}
