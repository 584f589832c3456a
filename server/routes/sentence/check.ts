import { done, handle, present } from '../../http/operation.ts';
import { beginCheck, finishCheck } from '../../queries/sentence-check.ts';
import { momentIn, ownerFor } from '../record-owner.ts';

export const checkDates = handle(
  'POST /api/prisoners/:id/sentence/check',
  async ({ context, caller, params }) => {
    const staff = present(caller.staff, 'staff');
    const owner = await ownerFor(context, staff, params.id);
    const moment = await momentIn(context, owner.prisonId);
    const step = staff.role === 'documentation-office' ? beginCheck : finishCheck;
    await step(context.database, owner, staff, moment);
    return done;
  },
);
