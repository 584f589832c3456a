import { done, handle } from '../../http/operation.ts';
import { sayOnCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const note = handle('POST /api/cases/:number/note', async call => {
  await sayOnCase(call.context.database, changeBy(call), 'note', call.body.note);
  return done;
});
