import { handle, present } from '../../http/operation.ts';
import { casePageFor } from '../../queries/case-page.ts';
import { addressIn } from './change.ts';

export const page = handle('GET /api/cases/:number', async call => {
  const { database, clock } = call.context;
  return casePageFor(database.read, present(call.caller.staff, 'staff'), addressIn(call), clock.now());
});
