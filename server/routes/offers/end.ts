import { Problem } from '../../../shared/problems.ts';
import { dayOf, isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { endPlacement } from '../../queries/placement.ts';
import { getPrison } from '../../queries/prison.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

/** He came out today: nobody is let out backwards, which would make days without an offer vanish. */
export const endHeld = handle('POST /api/placements/:id/end', async ({ context, caller, params }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const { zone } = await getPrison(database.read, prisonId);
  const now = clock.now();
  const ended = await endPlacement(database, {
    prisonId,
    id: params.id,
    untilOn: dayOf(now, zone).toString(),
    by: staff.id,
    at: isoOf(now),
  });
  if (!ended) throw new Problem('not-found');
  return { done: true as const };
});
