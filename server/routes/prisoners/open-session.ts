import type { SignedIn } from '../../../shared/prisoner/schema.ts';
import { sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { KioskRow } from '../../database/schema.ts';
import { openClaims } from '../../queries/claim.ts';
import { noteIfLockedUp } from '../../queries/locked-up.ts';
import { recentResetOf } from '../../queries/pin-own.ts';
import { findByNumber, insertPrisonerSession, insertSignIn, lastSignIn } from '../../queries/prisoner.ts';
import { settleTry, takeTry } from '../../queries/throttle.ts';
import { signInCount } from '../../queries/throttle-key.ts';
import { checkSecret, makeToken } from '../../secrets.ts';
import { makePass } from '../../tokens.ts';

/** Far longer than a turn at the screen, which signs out by itself. */
const sessionMinutes = 30;

type Kiosk = Pick<KioskRow, 'id' | 'prison_id' | 'wing_id' | 'kind'>;
export type Known = NonNullable<Awaited<ReturnType<typeof findByNumber>>>;

/** Whose number and PIN these are; the try is forgiven. Throws sign-in-wrong, slow-down. */
export async function checkPin(
  { database, clock, keys }: Context,
  kiosk: Kiosk,
  { number, pin }: { readonly number: string; readonly pin: string },
): Promise<Known> {
  const counts = [signInCount(kiosk.prison_id, number), { key: `kiosk:${kiosk.id}`, pace: sharedPace }];
  const tried = await takeTry(database, counts, clock.system().epochMilliseconds);
  const prisoner = await findByNumber(database.read, kiosk.prison_id, number);
  if (!(await checkSecret(pin, prisoner?.pin_hash ?? null, keys.pepper)) || !prisoner)
    throw new Problem('sign-in-wrong');
  await settleTry(database.write, tried);
  return prisoner;
}

/** Signs him in at this kiosk, with all that he is told then. */
export async function openSession(context: Context, kiosk: Kiosk, prisoner: Known): Promise<SignedIn> {
  const { database, clock, keys } = context;
  const now = clock.system();
  const at = isoOf(now);
  const token = makeToken();
  const expiresAt = isoOf(now.add({ minutes: sessionMinutes }));
  const last = await lastSignIn(database.read, prisoner.id);
  const reset = recentResetOf(prisoner.reset_at, isoOf(clock.now()));
  await database.transaction(async tx => {
    await insertPrisonerSession(tx, { token, prisonerId: prisoner.id, kioskId: kiosk.id, at, expiresAt });
    const place = { prisonerId: prisoner.id, kioskId: kiosk.id, wingId: kiosk.wing_id, at };
    const signIn = await insertSignIn(tx, place);
    await noteIfLockedUp(tx, signIn, { prisonerId: prisoner.id, number: prisoner.number, kiosk, at });
  });
  return {
    token,
    pass: makePass(keys, prisoner.id, kiosk.id, now),
    expiresAt,
    last,
    class: prisoner.class,
    sex: prisoner.sex,
    // Asked only when an answer counts.
    claims: reset ? [] : await openClaims(database.read, prisoner.id),
    reset,
  };
}
