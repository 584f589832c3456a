import { done, handle, present } from '../../http/operation.ts';
import { reverseSentenceLine } from '../../queries/sentence.ts';
import { momentIn, ownerFor } from './owner.ts';

export const reverseLine = handle(
  'POST /api/prisoners/:id/sentence/reversals',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    await reverseSentenceLine(context.database, owner, staff, body, await momentIn(context, owner.prisonId));
    return done;
  },
);
