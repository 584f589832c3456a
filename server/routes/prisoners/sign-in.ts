import { Problem } from '../../../shared/problems.ts';
import { handle, present } from '../../http/operation.ts';
import { checkPin, openSession } from './open-session.ts';

export const signIn = handle('POST /api/prisoners/sign-in', async ({ context, caller, body }) => {
  const kiosk = present(caller.kiosk, 'kiosk');
  const prisoner = await checkPin(context, kiosk, body);
  // With a slip's PIN nobody gets in, only to a PIN of his own.
  if (prisoner.must_change === 1) throw new Problem('pin-change-needed');
  return openSession(context, kiosk, prisoner);
});
