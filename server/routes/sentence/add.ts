import { handle, present } from '../../http/operation.ts';
import { addSentenceLine } from '../../queries/sentence.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const addLine = handle(
  'POST /api/prisoners/:id/sentence/lines',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    return { id: await addSentenceLine(context.database, owner, staff, body, moment) };
  },
);
