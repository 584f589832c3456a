import { handle } from '../../http/operation.ts';
import { answerCases } from '../../queries/case-answer.ts';
import { changeOfMany } from './change.ts';

export const answerMany = handle('POST /api/cases/answers', async call => {
  const { cases, outcome, on, next, texts } = call.body;
  const change = changeOfMany(call, cases);
  const sendsAt = await answerCases(call.context.database, change, { outcome, on, next }, texts);
  call.context.wake();
  return { sendsAt };
});
