import { done, handle } from '../../http/operation.ts';
import { passCase } from '../../queries/case-actions.ts';
import { changeBy } from './change.ts';

export const pass = handle('POST /api/cases/:number/pass', async call => {
  const { named, namedOther } = call.body;
  await passCase(call.context.database, changeBy(call), named, namedOther);
  return done;
});
