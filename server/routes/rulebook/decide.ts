import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { decideRule } from '../../queries/rulebook.ts';

export const decide = handle(
  'POST /api/rulebook/changes/:id/decide',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    await decideRule(context.database, staff, params.id, body.accept, isoOf(context.clock.now()));
    return done;
  },
);
