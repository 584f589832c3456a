import { handle } from '../../http/operation.ts';
import { answerCase } from '../../queries/case-answer.ts';
import { changeBy } from './change.ts';

export const answer = handle('POST /api/cases/:number/answer', async call => {
  const { outcome, on, next, text } = call.body;
  const reply = await answerCase(call.context.database, changeBy(call), { outcome, on, next, text });
  call.context.wake();
  return reply;
});
