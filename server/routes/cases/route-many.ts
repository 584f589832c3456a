import { done, handle } from '../../http/operation.ts';
import { routeCases } from '../../queries/case-actions.ts';
import { changeOfMany } from './change.ts';

export const routeMany = handle('POST /api/cases/routes', async call => {
  const { cases, unit, note } = call.body;
  await routeCases(call.context.database, changeOfMany(call, cases), { unit, personNeeded: false, note });
  return done;
});
