import { done, handle } from '../../http/operation.ts';
import { routeCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const route = handle('POST /api/cases/:number/route', async call => {
  const { unit, personNeeded, note } = call.body;
  await routeCase(call.context.database, changeBy(call), { unit, personNeeded, note });
  return done;
});
