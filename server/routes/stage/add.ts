import { handle, present } from '../../http/operation.ts';
import { addStageLine } from '../../queries/stage.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const addStage = handle(
  'POST /api/prisoners/:id/stage/lines',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    return { id: await addStageLine(context.database, owner, staff, body, moment) };
  },
);
