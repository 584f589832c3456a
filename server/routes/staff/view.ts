import type { Me } from '../../../shared/staff/schema.ts';
import type { Context } from '../../context.ts';
import { getPrison, listWings } from '../../queries/prison.ts';
import type { StaffSession } from '../../queries/staff.ts';

/** Who is signed in, as the panel needs to know it. */
export async function meOf(
  { database, clock, config }: Context,
  staff: Omit<StaffSession, 'tokenHash'>,
): Promise<Me> {
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
    timeConfirmed: clock.confirmed,
    mustChangePassword: staff.mustChange,
  };
}
