import { dayOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { getPrison } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';

/** The day, `YYYY-MM-DD`, in the reader's prison; at headquarters in the zone that the server is set to. */
export async function todayFor(
  { database, clock, config }: Context,
  { prisonId }: StaffSession,
): Promise<string> {
  const zone = prisonId === null ? config.zone : (await getPrison(database.read, prisonId)).zone;
  return dayOf(clock.now(), zone).toString();
}
