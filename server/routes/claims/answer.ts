import { prisonerCeiling } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { readCode } from '../../../shared/submission/code.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { answerClaim } from '../../queries/claim.ts';
import { clearThrottle, countFailure, waitFor } from '../../queries/throttle.ts';

/** Was this you? Codes cannot be tried out: wrong ones are slowed down per person. */
export const answer = handle('POST /api/claims/:id', async ({ context, caller, params, body }) => {
  const { database, clock } = context;
  const { prisonerId, prisonId } = present(caller.prisoner, 'prisoner');
  const now = clock.system().epochMilliseconds;
  const key = `claim:${prisonerId}`;
  const wait = await waitFor(database.read, [key], now);
  if (wait > 0) throw new Problem('slow-down', { retryAfter: wait });
  try {
    await answerClaim(database, {
      id: params.id,
      prisonerId,
      prisonId,
      mine: body.mine,
      code: body.mine ? readCode(body.code) : null,
      at: isoOf(clock.now()),
    });
  } catch (error) {
    if (error instanceof Problem && error.problem === 'code-wrong')
      await countFailure(database.write, key, now, prisonerCeiling);
    throw error;
  }
  await clearThrottle(database.write, key);
  return done;
});
