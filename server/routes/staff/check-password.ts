import { personPace, sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import type { Context } from '../../context.ts';
import { type Count, settleTry, takeTry } from '../../queries/throttle.ts';
import { checkSecret } from '../../secrets.ts';

/**
 * What slows a try to sign in down. A browser in which this person signed in before has a count of its own, so that
 * nobody else's wrong tries keep him out. From any other one, guessing is slowed down per name and address, and
 * less per name wherever it is tried; never per address alone, which a whole office shares.
 */
export function signInCounts(username: string, address: string, knownBrowser: string | null): Count[] {
  if (knownBrowser !== null) return [{ key: `staff-browser:${knownBrowser}`, pace: personPace }];
  return [
    { key: `staff:${username}`, pace: sharedPace },
    { key: `staff-from:${username}/${address}`, pace: personPace },
  ];
}

/** Somebody who is signed in says his password again. */
export function ownPasswordCounts(staffId: string): Count[] {
  return [{ key: `staff-own:${staffId}`, pace: personPace }];
}

interface Given {
  readonly password: string;
  /** Null: no such account, or none that may sign in. */
  readonly hash: string | null;
  readonly counts: readonly Count[];
}

/** Checks a password, slowed down. Throws slow-down, staff-sign-in-wrong. */
export async function checkPassword({ database, clock, keys }: Context, given: Given): Promise<void> {
  const tried = await takeTry(database, given.counts, clock.system().epochMilliseconds);
  if (!(await checkSecret(given.password, given.hash, keys.pepper))) throw new Problem('staff-sign-in-wrong');
  await settleTry(database.write, tried);
}
