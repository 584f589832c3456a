import { done, handle, present } from '../../http/operation.ts';
import { reverseEntry } from '../../queries/reverse-entry.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const reverseEarnings = handle(
  'POST /api/prisoners/:id/earnings/reversals',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    await reverseEntry(context.database, 'earnings', owner, staff, body, moment);
    return done;
  },
);
