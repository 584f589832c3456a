import { handle, present } from '../../http/operation.ts';
import { addPrisonerEvent } from '../../queries/prisoner-event.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const prisonerEvent = handle(
  'POST /api/prisoners/:id/events',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    return { id: await addPrisonerEvent(context.database, owner, staff.id, body, moment) };
  },
);
