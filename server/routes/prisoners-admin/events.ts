import { handle, present } from '../../http/operation.ts';
import { listPrisonerEvents } from '../../queries/prisoner-event.ts';
import { getPrisoner, registerOf } from '../../queries/prisoner-register.ts';

export const prisonerEvents = handle('GET /api/prisoners/:id/events', async ({ context, caller, params }) => {
  const staff = present(caller.staff, 'staff');
  const { read } = context.database;
  const prisoner = await getPrisoner(read, registerOf(staff), params.id);
  const events = await listPrisonerEvents(read, prisoner.id);
  return { prisoner, events, mayWrite: staff.role === 'documentation-office' };
});
