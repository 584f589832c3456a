import { Problem } from '../../../shared/problems.ts';
import { enteringRoles } from '../../../shared/staff/absence.ts';
import type { Role } from '../../../shared/staff/roles.ts';
import type { Database } from '../../database/database.ts';
import { getPrison, listPrisonIds, type Prison } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';

export function mayEnter(role: Role): boolean {
  return (enteringRoles as readonly Role[]).includes(role);
}

/** The prisons whose absences somebody sees: his own, and headquarters all of them. */
export async function prisonsInSight({ read }: Database, staff: StaffSession): Promise<Prison[]> {
  const ids = staff.role === 'commissioner' ? await listPrisonIds(read) : [staff.prisonId ?? []].flat();
  return Promise.all(ids.map(id => getPrison(read, id)));
}

/** One of them. Throws not-found. */
export async function prisonInSight(database: Database, staff: StaffSession, id: string): Promise<Prison> {
  const found = (await prisonsInSight(database, staff)).find(prison => prison.id === id);
  if (!found) throw new Problem('not-found', { detail: '/prison' });
  return found;
}
