import { Problem } from '../../../shared/problems.ts';
import { placementRoles, type Role } from '../../../shared/staff/roles.ts';
import { dayOf, isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { insertPlacement } from '../../queries/placement.ts';
import { getPrison } from '../../queries/prison.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

/** Nobody is entered longer after the day than this. */
const longestAgo = { days: 366 } as const;

export function mayPlace(role: Role): boolean {
  return (placementRoles as readonly Role[]).includes(role);
}

export const place = handle('POST /api/placements', async ({ context, caller, body }) => {
  const { database, clock } = context;
  const staff = present(caller.staff, 'staff');
  const prisonId = registerOf(staff);
  const { zone } = await getPrison(database.read, prisonId);
  const today = dayOf(clock.now(), zone);
  if (body.fromOn > today.toString() || body.fromOn < today.subtract(longestAgo).toString())
    throw new Problem('out-of-bounds', { detail: '/fromOn' });
  const id = await insertPlacement(database, {
    ...body,
    prisonId,
    by: staff.id,
    at: isoOf(clock.now()),
  });
  return { id };
});
