import { done, handle, present } from '../../http/operation.ts';
import { reverseEntry } from '../../queries/reverse-entry.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const reverseStage = handle(
  'POST /api/prisoners/:id/stage/reversals',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    await reverseEntry(context.database, 'stage', owner, staff, body, moment);
    return done;
  },
);
