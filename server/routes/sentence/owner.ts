import { isoOf } from '../../clock.ts';
import type { Context } from '../../context.ts';
import type { Moment, RecordOwner } from '../../queries/entries.ts';
import { getPrisoner, registerOf } from '../../queries/prisoner-register.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { todayOf } from '../today.ts';

/** The person whose record an officer asks for, if he is of that officer's prison; else not-found. */
export async function ownerFor(
  { database }: Context,
  staff: StaffSession,
  prisonerId: string,
): Promise<RecordOwner> {
  const prisonId = registerOf(staff);
  await getPrisoner(database.read, prisonId, prisonerId);
  return { prisonerId, prisonId };
}

/** Now, and the day that it is in that prison. */
export async function momentIn(context: Context, prisonId: string): Promise<Moment> {
  return { today: await todayOf(context, prisonId), at: isoOf(context.clock.now()) };
}
