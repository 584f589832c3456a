import { dayOf } from '../clock.ts';
import type { Context } from '../context.ts';
import { getPrison } from '../queries/prison.ts';

/** Today in a prison, `YYYY-MM-DD`; headquarters goes by the server's own zone. */
export async function todayOf(
  { database, clock, config }: Context,
  prisonId: string | null,
): Promise<string> {
  const zone = prisonId === null ? config.zone : (await getPrison(database.read, prisonId)).zone;
  return dayOf(clock.now(), zone).toString();
}
