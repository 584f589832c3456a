import { isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Moment, RecordOwner } from '../queries/entries.ts';
import { findInRegister, getPrisoner, registerOf } from '../queries/prisoner-register.ts';
import type { StaffSession } from '../queries/staff.ts';
import { todayOf } from './today.ts';

/** The person in whose record an officer writes, if he is in that officer's prison; else not-found. */
export async function ownerFor(
  { database }: Context,
  staff: StaffSession,
  prisonerId: string,
): Promise<RecordOwner> {
  const prisonId = registerOf(staff);
  await getPrisoner(database.read, prisonId, prisonerId);
  return { prisonerId, prisonId };
}

/** Somebody's record as an officer may read it: of who went to another prison, what there was until then. */
export async function readerFor({ database }: Context, staff: StaffSession, prisonerId: string) {
  const prisonId = registerOf(staff);
  const { prisoner, until } = await findInRegister(database.read, prisonId, prisonerId);
  const mayWrite = staff.role === 'documentation-office' && until === null;
  const owner: RecordOwner = { prisonerId, prisonId, until };
  return { prisoner: { ...prisoner, elsewhere: until !== null }, owner, mayWrite };
}

/** Now, and the day that it is in that prison. */
export async function momentIn(context: Context, prisonId: string): Promise<Moment> {
  return { today: await todayOf(context, prisonId), at: isoOf(context.clock.now()) };
}
