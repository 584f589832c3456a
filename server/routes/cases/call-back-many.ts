import { done, handle } from '../../http/operation.ts';
import { callBackReplies } from '../../queries/case-answer.ts';
import { changeOfMany } from './change.ts';

export const callBackMany = handle('POST /api/cases/call-backs', async call => {
  const cases = call.body.numbers.map(number => ({ number, version: null }));
  await callBackReplies(call.context.database, changeOfMany(call, cases));
  return done;
});
