import { caseRoles, type Role } from '../../../shared/staff/roles.ts';
import type { Me } from '../../../shared/staff/schema.ts';
import type { Context } from '../../context.ts';
import { isDigestUnread } from '../../queries/digest.ts';
import { getPrison, listWings } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';
import { todayFor } from '../cases/today.ts';

async function digestUnread(context: Context, staff: Omit<StaffSession, 'tokenHash'>): Promise<boolean> {
  if (staff.mustChange || !(caseRoles as readonly Role[]).includes(staff.role)) return false;
  return isDigestUnread(context.database.read, staff, await todayFor(context, staff));
}

/** Who is signed in, as the panel needs to know it. */
export async function meOf(context: Context, staff: Omit<StaffSession, 'tokenHash'>): Promise<Me> {
  const { database, clock, config } = context;
  const { id, name, username, role, unit, prisonId, wingId, standIn } = staff;
  const prison = prisonId === null ? null : await getPrison(database.read, prisonId);
  const wings = prisonId === null ? [] : await listWings(database.read, prisonId);
  return {
    id,
    name,
    username,
    role,
    unit,
    prison: prison && { id: prison.id, name: prison.name, demonstration: prison.demonstration },
    zone: prison?.zone ?? config.zone,
    wing: wings.find(wing => wing.id === wingId)?.name ?? null,
    wings,
    standIn: standIn && { id: standIn.id, name: standIn.name, until: standIn.until },
    digestUnread: await digestUnread(context, staff),
    timeConfirmed: clock.confirmed,
    mustChangePassword: staff.mustChange,
  };
}
