import { done, handle } from '../../http/operation.ts';
import { sayOnCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const close = handle('POST /api/cases/:number/close', async call => {
  await sayOnCase(call.context.database, changeBy(call), 'close', call.body.note);
  return done;
});
