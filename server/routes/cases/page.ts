import { handle, present } from '../../http/operation.ts';
import { casePageFor } from '../../queries/case-page.ts';

export const page = handle('GET /api/cases/:number', async ({ context, caller, params }) => {
  const { database, clock } = context;
  return casePageFor(database.read, present(caller.staff, 'staff'), params.number, clock.now());
});
