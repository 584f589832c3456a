import { done, handle } from '../../http/operation.ts';
import { returnCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const giveBack = handle('POST /api/cases/:number/return', async call => {
  await returnCase(call.context.database, changeBy(call), call.body.note);
  return done;
});
