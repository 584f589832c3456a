import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { endPrisonerSession } from '../../queries/prisoner.ts';

export const signOut = handle('POST /api/prisoners/sign-out', async ({ context, caller }) => {
  const { tokenHash } = present(caller.prisoner, 'prisoner');
  await endPrisonerSession(context.database.write, tokenHash, isoOf(context.clock.system()));
  return done;
});
