import { kioskCeiling, prisonerCeiling } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Context } from '../../context.ts';
import { clearThrottle, countFailure, waitFor } from '../../queries/throttle.ts';
import { checkSecret } from '../../secrets.ts';

interface Try {
  readonly username: string;
  readonly address: string;
  readonly password: string;
  /** Null: no such account, or none that may sign in. */
  readonly hash: string | null;
}

/**
 * Checks a password, slowed down per account and per address: at most five minutes for the one, thirty seconds
 * for the other, so that nobody is shut out for good. Throws slow-down, staff-sign-in-wrong.
 */
export async function checkPassword({ database, clock, keys }: Context, given: Try): Promise<void> {
  const now = clock.system().epochMilliseconds;
  const ofAccount = `staff:${given.username}`;
  const ofAddress = `staff-address:${given.address}`;
  const wait = await waitFor(database.read, [ofAccount, ofAddress], now);
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait });
  if (await checkSecret(given.password, given.hash, keys.pepper)) {
    await clearThrottle(database.write, ofAccount);
    await clearThrottle(database.write, ofAddress);
    return;
  }
  await countFailure(database.write, ofAccount, now, prisonerCeiling);
  await countFailure(database.write, ofAddress, now, kioskCeiling);
  throw new Problem('staff-sign-in-wrong');
}
