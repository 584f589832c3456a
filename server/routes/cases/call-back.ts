import { done, handle } from '../../http/operation.ts';
import { callBackReply } from '../../queries/case-answer.ts';
import { changeBy } from './change.ts';

export const callBack = handle('POST /api/cases/:number/call-back', async call => {
  await callBackReply(call.context.database, changeBy(call));
  return done;
});
