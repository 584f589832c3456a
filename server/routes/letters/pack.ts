import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { makePack } from '../../queries/letter.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const letterPack = handle('GET /api/letters/pack', async ({ context, caller, query }) => {
  const prisonId = registerOf(present(caller.staff, 'staff'));
  return makePack(context.database.read, prisonId, query.since, isoOf(context.clock.now()));
});
