import { done, handle, present } from '../../http/operation.ts';
import { reverseEntry } from '../../queries/reverse-entry.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const reverseLine = handle(
  'POST /api/prisoners/:id/sentence/reversals',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    await reverseEntry(context.database, 'sentence', owner, staff, body, moment);
    return done;
  },
);
