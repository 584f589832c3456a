import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { stepContent } from '../../queries/content.ts';
import { todayOf } from '../today.ts';

export const stepPage = handle(
  'POST /api/content/versions/:id/step',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const when = { at: isoOf(context.clock.now()), today: await todayOf(context, staff.prisonId) };
    await stepContent(context.database, staff, { ...body, id: params.id }, when);
    return done;
  },
);
