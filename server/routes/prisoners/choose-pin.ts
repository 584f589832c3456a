import { kindOfPin, weaknessOf } from '../../../shared/prisoner/pin.ts';
import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { chooseOwnPin } from '../../queries/pin-own.ts';
import { hashSecret } from '../../secrets.ts';
import { checkPin, openSession } from './open-session.ts';

/** The slip's PIN is given up for one that nobody else has seen, and then he is in. */
export const choosePin = handle('POST /api/prisoners/own-pin', async ({ context, caller, body }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const { number, pin, chosen } = body;
  const prisoner = await checkPin(context, kiosk, { number, pin });
  // Whoever has chosen already asks the office for a reset: a PIN seen over a shoulder must not lock its owner out.
  if (prisoner.must_change !== 1) throw new Problem('sign-in-wrong');
  if (chosen === pin || weaknessOf(chosen, number) !== null) throw new Problem('pin-weak');
  const { database, keys, clock } = context;
  await chooseOwnPin(database, {
    prisonerId: prisoner.id,
    prisonId: kiosk.prison_id,
    before: prisoner.pin_hash,
    pinHash: await hashSecret(chosen, keys.pepper),
    kind: kindOfPin(chosen),
    at: isoOf(clock.now()),
  });
  return openSession(context, kiosk, prisoner);
});
