import { handle, present } from '../../http/operation.ts';
import { addDebit } from '../../queries/earnings.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const debit = handle(
  'POST /api/prisoners/:id/earnings/lines',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    return { id: await addDebit(context.database, owner, staff, body, moment) };
  },
);
