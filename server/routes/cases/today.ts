import { dayOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import { getPrison } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';

type Someone = Pick<StaffSession, 'prisonId'>;

/** The day, `YYYY-MM-DD`, in the reader's prison, and its zone; at headquarters in the zone that the server is set to. */
export async function dayFor(
  { database, clock, config }: Context,
  { prisonId }: Someone,
): Promise<{ readonly today: string; readonly zone: string }> {
  const zone = prisonId === null ? config.zone : (await getPrison(database.read, prisonId)).zone;
  return { today: dayOf(clock.now(), zone).toString(), zone };
}

/** The day alone. */
export async function todayFor(context: Context, reader: Someone): Promise<string> {
  return (await dayFor(context, reader)).today;
}
