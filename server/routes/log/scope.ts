import type { Kysely } from 'kysely';
import { Problem } from '../../../shared/problems.ts';
import type { Schema } from '../../database/schema.ts';
import { listPrisonIds } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';

/** The prisons whose log somebody watches over: his own, or all of them for headquarters. */
export async function prisonsOf(
  db: Kysely<Schema>,
  { role, prisonId }: Pick<StaffSession, 'role' | 'prisonId'>,
): Promise<string[]> {
  if (prisonId !== null) return [prisonId];
  return role === 'commissioner' ? listPrisonIds(db) : [];
}

/** The one prison that is asked about. Throws `not-found` for one that is not his, or if he has none. */
export async function onePrisonOf(
  db: Kysely<Schema>,
  staff: Pick<StaffSession, 'role' | 'prisonId'>,
  asked: string | undefined,
): Promise<string> {
  const own = await prisonsOf(db, staff);
  const prisonId = asked ?? own[0];
  if (prisonId === undefined || !own.includes(prisonId)) throw new Problem('not-found');
  return prisonId;
}
