import { handle } from '../../http/operation.ts';
import { readTimeState } from '../../queries/clock.ts';

export const time = handle('GET /api/time', async ({ context }) =>
  readTimeState(context.database, context.clock),
);
