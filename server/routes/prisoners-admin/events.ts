import { handle, present } from '../../http/operation.ts';
import { otherPrisons } from '../../queries/prison.ts';
import { listPrisonerEvents } from '../../queries/prisoner-event.ts';
import { readerFor } from '../record-owner.ts';

export const prisonerEvents = handle('GET /api/prisoners/:id/events', async ({ context, caller, params }) => {
  const { read } = context.database;
  const { prisoner, owner, mayWrite } = await readerFor(context, present(caller.staff, 'staff'), params.id);
  const events = await listPrisonerEvents(read, owner);
  return { prisoner, events, prisons: await otherPrisons(read, owner.prisonId), mayWrite };
});
