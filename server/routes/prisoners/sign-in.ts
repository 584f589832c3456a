import { sharedPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { openClaims } from '../../queries/claim.ts';
import { findByNumber, insertPrisonerSession, insertSignIn, lastSignIn } from '../../queries/prisoner.ts';
import { settleTry, takeTry } from '../../queries/throttle.ts';
import { signInCount } from '../../queries/throttle-key.ts';
import { checkSecret, makeToken } from '../../secrets.ts';
import { makePass } from '../../tokens.ts';

/** Far longer than a turn at the screen, which signs out by itself. */
const sessionMinutes = 30;

export const signIn = handle('POST /api/prisoners/sign-in', async ({ context, caller, body }) => {
  const { database, clock, keys } = context;
  const kiosk = present(caller.kiosk, 'kiosk');
  const now = clock.system();
  const at = isoOf(now);
  const counts = [signInCount(kiosk.prison_id, body.number), { key: `kiosk:${kiosk.id}`, pace: sharedPace }];
  const tried = await takeTry(database, counts, now.epochMilliseconds);
  const prisoner = await findByNumber(database.read, kiosk.prison_id, body.number);
  if (!(await checkSecret(body.pin, prisoner?.pin_hash ?? null, keys.pepper)) || !prisoner)
    throw new Problem('sign-in-wrong');
  const token = makeToken();
  const expiresAt = isoOf(now.add({ minutes: sessionMinutes }));
  const last = await lastSignIn(database.read, prisoner.id);
  await database.transaction(async tx => {
    await settleTry(tx, tried);
    await insertPrisonerSession(tx, { token, prisonerId: prisoner.id, kioskId: kiosk.id, at, expiresAt });
    await insertSignIn(tx, { prisonerId: prisoner.id, kioskId: kiosk.id, wingId: kiosk.wing_id, at });
  });
  return {
    token,
    pass: makePass(keys, prisoner.id, kiosk.id, now),
    expiresAt,
    last,
    class: prisoner.class,
    claims: await openClaims(database.read, prisoner.id),
  };
});
