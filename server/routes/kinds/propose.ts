import { isoOf } from '../../clock.ts';
import { handle, present } from '../../http/operation.ts';
import { proposeKind } from '../../queries/kind.ts';

export const proposeKindChange = handle('POST /api/kinds', async ({ context, caller, body }) => {
  const staff = present(caller.staff, 'staff');
  return { id: await proposeKind(context.database, staff, body, isoOf(context.clock.now())) };
});
