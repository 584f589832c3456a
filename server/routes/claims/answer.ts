import { personPace } from '../../../shared/prisoner/throttle.ts';
import { Problem } from '../../../shared/problems.ts';
import { readCode } from '../../../shared/submission/code.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { answerClaim } from '../../queries/claim.ts';
import { recentReset } from '../../queries/pin-own.ts';
import { returnTry, settleTry, takeTry } from '../../queries/throttle.ts';

/** Was this you? Codes cannot be tried out: wrong ones are slowed down per person. */
export const answer = handle('POST /api/claims/:id', async ({ context, caller, params, body }) => {
  const { database, clock } = context;
  const { prisonerId } = present(caller.prisoner, 'prisoner');
  if (await recentReset(database.read, prisonerId, isoOf(clock.now()))) throw new Problem('pin-just-reset');
  const now = clock.system().epochMilliseconds;
  const tried = await takeTry(database, [{ key: `claim:${prisonerId}`, pace: personPace }], now);
  try {
    await answerClaim(database, {
      id: params.id,
      prisonerId,
      mine: body.mine,
      code: body.mine ? readCode(body.code) : null,
      at: isoOf(clock.now()),
    });
  } catch (error) {
    if (!(error instanceof Problem && error.problem === 'code-wrong')) await returnTry(database.write, tried);
    throw error;
  }
  // *No* needs no code and proves nothing: it forgives no guesses.
  await (body.mine ? settleTry : returnTry)(database.write, tried);
  return done;
});
