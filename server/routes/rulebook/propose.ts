import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { proposeRule } from '../../queries/rulebook.ts';

export const proposeChange = handle('POST /api/rulebook/changes', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  return { id: await proposeRule(context.database, staff, body, isoOf(context.clock.now())) };
});
