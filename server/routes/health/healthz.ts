import { isoOf } from '../../clock.ts';
import { handle } from '../../http/operation.ts';

export const healthz = handle('GET /healthz', async ({ context }) => {
  const demonstration = await context.database.read
    .selectFrom('prison')
    .select('id')
    .where('demonstration', '=', 1)
    .executeTakeFirst();
  return { ok: true, time: isoOf(context.clock.now()), demonstration: demonstration !== undefined };
});
