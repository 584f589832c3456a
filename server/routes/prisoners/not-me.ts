import { Problem } from '../../../shared/problems.ts';
import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { markNotMe } from '../../queries/prisoner.ts';

export const notMe = handle('POST /api/prisoners/not-me', async ({ context, caller, body }) => {
  const { prisonerId } = present(caller.prisoner, 'prisoner');
  const marked = await markNotMe(
    context.database.write,
    prisonerId,
    body.signIn,
    isoOf(context.clock.system()),
  );
  if (!marked) throw new Problem('not-found');
  return done;
});
