import { done, handle } from '../../http/operation.ts';
import { sayOnCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const forward = handle('POST /api/cases/:number/forward', async call => {
  await sayOnCase(call.context.database, changeBy(call), 'forward', call.body.note);
  return done;
});
