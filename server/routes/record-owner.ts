import { isDay } from '../../shared/prisoner/lines.ts';
import { Problem } from '../../shared/problems.ts';
import { endOf, isoOf } from '../clock.ts';
import type { Context } from '../context.ts';
import type { Moment, RecordOwner } from '../queries/entries.ts';
import { getPrison } from '../queries/prison.ts';
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

/**
 * Somebody's record as an officer may read it: of who went to another prison, what there was until then. `on`: as it
 * stood at the end of that day, to be read only; `today` is then that day. Throws not-found, value-wrong for a day
 * that no calendar has or that has not come.
 */
export async function readerFor(context: Context, staff: StaffSession, prisonerId: string, on?: string) {
  const { database } = context;
  const prisonId = registerOf(staff);
  const { prisoner, until } = await findInRegister(database.read, prisonId, prisonerId);
  const today = await todayOf(context, prisonId);
  if (on !== undefined && (!isDay(on) || on > today)) throw new Problem('value-wrong');
  const isPast = on !== undefined && on < today;
  const ends = [
    ...(until === null ? [] : [until]),
    ...(isPast ? [endOf(on, (await getPrison(database.read, prisonId)).zone)] : []),
  ];
  const owner: RecordOwner = { prisonerId, prisonId, until: ends.toSorted()[0] ?? null };
  return {
    prisoner: { ...prisoner, elsewhere: until !== null },
    owner,
    mayWrite: staff.role === 'documentation-office' && ends.length === 0,
    today: isPast ? on : today,
  };
}

/** Now, and the day that it is in that prison. */
export async function momentIn(context: Context, prisonId: string): Promise<Moment> {
  return { today: await todayOf(context, prisonId), at: isoOf(context.clock.now()) };
}
