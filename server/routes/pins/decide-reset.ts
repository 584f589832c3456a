import { isoOf } from '../../clock.ts';
import { done, handle, present } from '../../http/operation.ts';
import { decideReset } from '../../queries/pin-reset.ts';
import { registerOf } from '../../queries/prisoner-register.ts';

export const decidePinReset = handle(
  'POST /api/pins/resets/:id/decide',
  async ({ context, caller, params, body }) => {
    const staff = present(caller.staff, 'staff');
    const at = isoOf(context.clock.now());
    const decision = { prisonId: registerOf(staff), id: params.id, accept: body.accept, at };
    await decideReset(context.database, staff, decision);
    return done;
  },
);
