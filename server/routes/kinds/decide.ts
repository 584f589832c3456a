import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { decideKind } from '../../queries/kind.ts';

export const decideKindChange = handle(
  'POST /api/kinds/:id/decide',
  async ({ context, caller, params, body }) => {
    const at = isoOf(context.clock.now());
    await decideKind(context.database, present(caller.staff, 'staff'), { id: params.id, ...body, at });
    return done;
  },
);
